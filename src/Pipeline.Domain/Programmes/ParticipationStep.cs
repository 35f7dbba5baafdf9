namespace Pipeline.Domain.Programmes;

/// <summary>Something that happened to a participation.</summary>
/// <param name="Status">What it has been since.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">Why; of who left, and of what is taken back.</param>
public sealed record ParticipationStep(ParticipationStatus Status, DateOnly On, string? Reason = null);
