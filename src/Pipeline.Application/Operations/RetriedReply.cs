namespace Pipeline.Application.Operations;

/// <summary>What is sent again.</summary>
/// <param name="Retried">How many messages.</param>
public sealed record RetriedReply(int Retried);
