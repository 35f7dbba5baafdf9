using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>
/// Everything that gates look at, as of one moment. One reader makes them, for the list of what is available, for reporting
/// and for approval, so neither can promise what the other refuses.
/// </summary>
/// <param name="Phase">The phase the project is in.</param>
/// <param name="On">The day the facts were read, UTC.</param>
/// <param name="Need">The need and who has it.</param>
/// <param name="Hypotheses">How many solution hypotheses there are.</param>
/// <param name="Territories">How many territories are named for the experiment.</param>
/// <param name="DeployedTerritories">Territories where it is deployed on the day: without a start date, or one that has come, and not closed.</param>
/// <param name="Model">The chapters of the model.</param>
/// <param name="SocioEconomicModel">The target socio-economic model.</param>
/// <param name="TakeOver">The actor able to carry it further, if named.</param>
/// <param name="Currency">The lead portfolio's, in which amounts are said.</param>
/// <param name="FundingForExperimentation">Cents committed on the funding lever for experimentation, cancelled ones left out.</param>
/// <param name="DeliveredInPhase">Cents delivered on commitments for the current phase, reversals deducted.</param>
/// <param name="PlannedCapacityBuilding">Capacity-building share of the current plan.</param>
/// <param name="PlannedEvaluation">Evaluation share of the current plan.</param>
/// <param name="Evaluations">All evaluations so far.</param>
public sealed record GateFacts(
    Phase Phase,
    DateOnly On,
    Need Need,
    int Hypotheses,
    int Territories,
    int DeployedTerritories,
    Model Model,
    SocioEconomicModel SocioEconomicModel,
    TakeOver? TakeOver,
    string Currency,
    long FundingForExperimentation,
    long DeliveredInPhase,
    Ratio PlannedCapacityBuilding,
    Ratio PlannedEvaluation,
    IReadOnlyList<EvaluationFact> Evaluations
)
{
    /// <summary>Those of them that were not where it was tried out, and nobody has said what was adapted.</summary>
    public int UnadaptedTerritories { get; init; }

    /// <summary>What the modules' documents say.</summary>
    public RecordedFacts Recorded { get; init; } = new();

    /// <summary>Evaluations made in the current phase.</summary>
    public IEnumerable<EvaluationFact> EvaluationsInPhase => Evaluations.Where(e => e.Phase == Phase);
}
