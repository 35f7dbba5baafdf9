using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>A project's place in a portfolio, closed rather than removed, so that a past view finds it again.</summary>
public sealed class Holding : IEnding
{
    private Holding() { }

    internal Holding(Guid id, Guid projectId, Guid portfolioId, HoldingKind kind, DateTimeOffset now) =>
        (Id, ProjectId, PortfolioId, Kind, RecordedAt) = (id, projectId, portfolioId, kind, now);

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

    /// <summary>When it was closed (UTC); null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }
}
