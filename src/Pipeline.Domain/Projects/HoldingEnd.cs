using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>That a portfolio left a project, by a day and with a reason.</summary>
public sealed class HoldingEnd : IAppendOnly
{
    private HoldingEnd() { }

    internal HoldingEnd(Holding holding, DateOnly endedOn, string reason, Guid recordedBy, DateTimeOffset now) =>
        (HoldingId, ProjectId, PortfolioId, EndedOn, Reason, RecordedBy, RecordedAt) = (
            holding.Id,
            holding.ProjectId,
            holding.PortfolioId,
            endedOn,
            reason,
            recordedBy,
            now
        );

    /// <summary>The holding that ended: there is one end at most.</summary>
    public Guid HoldingId { get; private init; }

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The portfolio that left.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>The day from which it does not hold the project.</summary>
    public DateOnly EndedOn { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
