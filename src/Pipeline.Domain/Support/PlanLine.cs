using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Support;

/// <summary>One amount of a plan's version.</summary>
public sealed class PlanLine
{
    private PlanLine() { }

    internal PlanLine(Guid planVersionId, PlannedAmount line) =>
        (PlanVersionId, Phase, Lever, Cents) = (planVersionId, line.Phase, line.Lever, line.Cents);

    /// <summary>The version.</summary>
    public Guid PlanVersionId { get; private init; }

    /// <summary>When the support is to come.</summary>
    public Phase Phase { get; private init; }

    /// <summary>As what.</summary>
    public Lever Lever { get; private init; }

    /// <summary>Cents.</summary>
    public long Cents { get; private init; }
}
