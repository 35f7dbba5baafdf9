using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests;

/// <summary>What gates look at: nothing, everything, or just what meets some criteria.</summary>
internal static class Facts
{
    private static readonly Dictionary<string, Func<GateFacts, GateFacts>> Meeting = new()
    {
        ["need.described"] = f => f with { Need = new("Things are thrown away.", "Households") },
        ["solution.hypothesis"] = f => f with { Hypotheses = 1 },
        ["territory.named"] = f => f with { Territories = 1 },
        ["funding.committed"] = f => f with { FundingForExperimentation = 1_234_50 },
        ["risks.answered"] = f => f with { Recorded = f.Recorded with { UnansweredRisks = 0 } },
        ["evaluation.relevance"] = f =>
            f.Evaluated(new(f.Phase, EvaluationForm.Relevance, EvaluationMaturity.Narrated, false)),
        ["evaluation.beneficiaries"] = f =>
            f.Evaluated(new(f.Phase, EvaluationForm.Performance, EvaluationMaturity.Narrated, true)),
        ["support.delivered"] = f => f with { DeliveredInPhase = 99 },
        ["model.dimensions"] = f =>
            f with
            {
                Model = f.Model with { ValueProposition = "a", ValueChain = "b", EconomicModel = "c" },
            },
        ["model.keyFactors"] = f =>
            f with
            {
                Model = f.Model with
                {
                    Positioning = "d",
                    ActorRoles = "c",
                    Governance = "e",
                    TechnicalFramework = "f",
                },
            },
        ["model.operator"] = f => f with { SocioEconomicModel = SocioEconomicModel.Operator },
        ["evaluation.sizing"] = f =>
            f.Evaluated(new(f.Phase, EvaluationForm.Performance, EvaluationMaturity.Benchmarked, false)),
        ["ratio.capacityBuilding"] = f => f with { PlannedCapacityBuilding = new(22, 100) },
        ["ratio.evaluation"] = f => f with { PlannedEvaluation = new(10, 100) },
        ["model.trajectory"] = f => f with { Recorded = f.Recorded with { HasTrajectory = true } },
        ["alliance.doubleImpact"] = f => f with { Recorded = f.Recorded with { AlliancesWithDoubleImpact = 1 } },
        ["territory.adaptation"] = f => f with { UnadaptedTerritories = 0 },
        ["evaluation.measured"] = f =>
            f.Evaluated(new(f.Phase, EvaluationForm.Performance, EvaluationMaturity.Measured, false)),
        ["evaluation.partnership"] = f =>
            f.Evaluated(new(f.Phase, EvaluationForm.Partnership, EvaluationMaturity.Narrated, false)),
        ["territory.spread"] = f => f with { DeployedTerritories = 3 },
        ["takeOver.named"] = f => f with { TakeOver = Given.TakeOver },
        ["impact.read"] = f => f with { Recorded = f.Recorded with { ImpactsRead = 1 } },
    };

    /// <summary>The codes of all criteria, in the order of the gates.</summary>
    public static IReadOnlyCollection<string> Criteria => Meeting.Keys;

    public static GateFacts Nothing(Phase phase) =>
        new(
            phase,
            Given.Today,
            Need.Unknown,
            0,
            0,
            0,
            Model.Unwritten,
            SocioEconomicModel.ResearchAndDevelopment,
            null,
            "EUR",
            0,
            0,
            new Ratio(0, 0),
            new Ratio(0, 0),
            []
        )
        {
            // Over nothing it would be met.
            Recorded = new() { UnansweredRisks = 2 },
            UnadaptedTerritories = 1,
        };

    public static GateFacts Everything(Phase phase) => Of(phase, Meeting.Keys);

    public static GateFacts EverythingBut(Phase phase, params string[] criteria) =>
        Of(phase, Meeting.Keys.Except(criteria));

    /// <summary>Just what these criteria ask for.</summary>
    public static GateFacts Of(Phase phase, IEnumerable<string> criteria) =>
        criteria.Aggregate(Nothing(phase), (facts, criterion) => Meeting[criterion](facts));

    public static GateFacts Evaluated(this GateFacts facts, EvaluationFact evaluation) =>
        facts with
        {
            Evaluations = [.. facts.Evaluations, evaluation],
        };
}
