using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Progress;

/// <summary>A project's standing from a day on.</summary>
public sealed record StandingChange(DateOnly On, Standing To);
