namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>A message that a sender holds.</summary>
/// <param name="Sequence">Which one.</param>
/// <param name="LeaseId">By which lease.</param>
/// <param name="IsOn">Whether its webhook still wants it.</param>
/// <param name="Url">Where to.</param>
/// <param name="Secrets">What signs it, under seal.</param>
/// <param name="EventId">The id that repetitions are told by.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Cause">Its cause's <c>traceparent</c>.</param>
internal sealed record OutgoingWebhook(
    long Sequence,
    Guid LeaseId,
    bool IsOn,
    string Url,
    IReadOnlyList<string> Secrets,
    Guid EventId,
    string Body,
    string? Cause
);
