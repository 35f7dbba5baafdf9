namespace Pipeline.Domain.Programmes;

/// <summary>Whether somebody was at a session.</summary>
/// <param name="ParticipationId">Who.</param>
/// <param name="Present">Whether they were there.</param>
public sealed record Attendance(Guid ParticipationId, bool Present);
