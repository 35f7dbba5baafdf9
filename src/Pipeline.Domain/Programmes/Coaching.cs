namespace Pipeline.Domain.Programmes;

/// <summary>An individual time between two sessions.</summary>
/// <param name="Id">UUID of version 7.</param>
/// <param name="Before">The code of the session that it came before.</param>
/// <param name="On">The day.</param>
/// <param name="Note">What was said.</param>
public sealed record Coaching(Guid Id, string Before, DateOnly On, string Note);
