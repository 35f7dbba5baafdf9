namespace Pipeline.Domain.Projects;

/// <summary>A request to pass although a blocking criterion is not met, with the reason; granted by a manager's approval.</summary>
/// <param name="Criterion">The criterion's code.</param>
/// <param name="Reason">Why passing is right all the same.</param>
public sealed record Waiver(string Criterion, string Reason);
