namespace Pipeline.Domain.Impacts;

/// <summary>Where an impact stands on a day.</summary>
/// <param name="DueOn">Its next horizon, or the one that has passed unread; null once the last one is read.</param>
/// <param name="Outcome">What the last reading after the horizon found; null where there is none.</param>
public sealed record ImpactStanding(ImpactState State, DateOnly? DueOn, ImpactOutcome? Outcome);
