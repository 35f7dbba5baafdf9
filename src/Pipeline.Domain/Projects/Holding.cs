using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>
/// A project's place in a portfolio. What takes its place, or ends it, closes it: a view takes the holding of its day, as known at its instant.
/// </summary>
public sealed class Holding : IEnding
{
    private Holding() { }

    internal Holding(
        Guid id,
        Guid projectId,
        Guid portfolioId,
        HoldingKind kind,
        DateOnly? fromOn,
        DateTimeOffset now
    ) => (Id, ProjectId, PortfolioId, Kind, FromOn, RecordedAt) = (id, projectId, portfolioId, kind, fromOn, now);

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The portfolio.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>Lead or co-funder.</summary>
    public HoldingKind Kind { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The day it counts from; null for a portfolio's first one, which counts for as long as the project goes back, as its money may.</summary>
    public DateOnly? FromOn { get; private init; }

    /// <summary>The first day on which it does not count any more; null while it holds, and where it never should have.</summary>
    public DateOnly? EndedOn { get; internal set; }

    /// <summary>When it was closed (UTC); null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }
}
