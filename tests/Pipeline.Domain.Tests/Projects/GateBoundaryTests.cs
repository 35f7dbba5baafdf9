using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class GateBoundaryTests
{
    private static JudgedCriterion Judge(string code, GateFacts facts, LifecyclePolicy? policy = null) =>
        Gates.After(facts.Phase)!.Judge(facts, policy ?? LifecyclePolicy.Default).Single(c => c.Code == code);

    [Theory]
    [InlineData("A problem", null, false)]
    [InlineData(null, "Somebody", false)]
    [InlineData("A problem", "Somebody", true)]
    public void A_need_is_described_with_who_has_it(string? problem, string? beneficiaries, bool met) =>
        Judge("need.described", Facts.Nothing(Phase.Conception) with { Need = new(problem, beneficiaries) })
            .Met.Should()
            .Be(met);

    [Theory]
    [InlineData(2, null, false)]
    [InlineData(3, null, true)]
    [InlineData(4, null, true)]
    [InlineData(4, 5, false)]
    [InlineData(5, 5, true)]
    [InlineData(1, 1, true)]
    public void Spread_begins_with_three_territories_or_as_many_as_the_portfolio_asks_for(
        int deployed,
        int? asked,
        bool met
    )
    {
        var facts = Facts.Nothing(Phase.ScalingOut) with { Territories = 9, DeployedTerritories = deployed };
        var policy = LifecyclePolicy.Default;
        var criterion = Judge(
            "territory.spread",
            facts,
            asked is { } count ? policy with { SpreadTerritories = count } : policy
        );
        criterion.Met.Should().Be(met);
        criterion
            .Detail.Should()
            .Be(
                new Text(
                    $"deployed territories: {deployed}, at least {asked ?? 3} needed",
                    $"territoires de déploiement : {deployed}, il en faut au moins {asked ?? 3}"
                )
            );
    }

    [Theory]
    [InlineData(TakeOverKind.PublicPolicy, true)]
    [InlineData(TakeOverKind.Market, true)]
    [InlineData(TakeOverKind.Commons, true)]
    public void A_public_policy_a_market_and_commons_carry_it_further(TakeOverKind kind, bool met) =>
        Judge("takeOver.named", Facts.Nothing(Phase.ScalingOut) with { TakeOver = new(kind, null, "Somebody") })
            .Met.Should()
            .Be(met);

    [Fact]
    public void A_taker_over_known_to_the_directory_alone_is_shown_as_such() =>
        Judge(
                "takeOver.named",
                Facts.Nothing(Phase.ScalingOut) with
                {
                    TakeOver = new(TakeOverKind.Market, Given.Id(), null),
                }
            )
            .Should()
            .BeEquivalentTo(
                new
                {
                    Met = true,
                    Detail = new Text("an organisation of the directory", "une organisation de l'annuaire"),
                }
            );

    [Theory]
    [InlineData(
        Phase.Experimentation,
        "evaluation.relevance",
        EvaluationForm.Relevance,
        EvaluationMaturity.Measured,
        false
    )]
    [InlineData(
        Phase.Experimentation,
        "evaluation.beneficiaries",
        EvaluationForm.Relevance,
        EvaluationMaturity.Measured,
        true
    )]
    [InlineData(Phase.Modelling, "evaluation.sizing", EvaluationForm.Relevance, EvaluationMaturity.Measured, false)]
    [InlineData(Phase.ScalingOut, "evaluation.measured", EvaluationForm.Relevance, EvaluationMaturity.Measured, true)]
    [InlineData(
        Phase.ScalingOut,
        "evaluation.partnership",
        EvaluationForm.Partnership,
        EvaluationMaturity.Narrated,
        true
    )]
    public void Some_evaluations_count_in_their_phase_only(
        Phase gate,
        string code,
        EvaluationForm form,
        EvaluationMaturity maturity,
        bool countsLater
    )
    {
        Judge(code, Facts.Nothing(gate).Evaluated(new(gate, form, maturity, true))).Met.Should().BeTrue();
        Judge(code, Facts.Nothing(gate).Evaluated(new(gate.Previous()!.Value, form, maturity, true)))
            .Met.Should()
            .Be(countsLater);
    }

    [Theory]
    [InlineData(Phase.Modelling, "evaluation.sizing", EvaluationMaturity.Narrated, false)]
    [InlineData(Phase.Modelling, "evaluation.sizing", EvaluationMaturity.Benchmarked, true)]
    [InlineData(Phase.Modelling, "evaluation.sizing", EvaluationMaturity.Measured, true)]
    [InlineData(Phase.ScalingOut, "evaluation.measured", EvaluationMaturity.Narrated, false)]
    [InlineData(Phase.ScalingOut, "evaluation.measured", EvaluationMaturity.Benchmarked, false)]
    [InlineData(Phase.ScalingOut, "evaluation.measured", EvaluationMaturity.Measured, true)]
    public void Maturity_is_at_least_what_the_gate_asks(
        Phase gate,
        string code,
        EvaluationMaturity maturity,
        bool met
    ) =>
        Judge(code, Facts.Nothing(gate).Evaluated(new(gate, EvaluationForm.Performance, maturity, true)))
            .Met.Should()
            .Be(met);

    [Theory]
    [InlineData(0, "model.dimensions", "value proposition", "proposition de valeur")]
    [InlineData(1, "model.dimensions", "value chain", "chaîne de valeur")]
    [InlineData(2, "model.dimensions", "economic model", "modèle économique")]
    [InlineData(3, "model.keyFactors", "positioning", "positionnement")]
    [InlineData(4, "model.keyFactors", "roles of the actors", "rôle de chaque acteur")]
    [InlineData(5, "model.keyFactors", "governance", "gouvernance")]
    [InlineData(6, "model.keyFactors", "legal, tax and social frame", "cadre juridique, fiscal et social")]
    public void A_chapter_that_is_missing_is_named(int chapter, string code, string en, string fr)
    {
        string? Written(int i) => i == chapter ? null : "Written";
        var model = new Model(Written(0), Written(1), Written(2), Written(3), Written(4), Written(5), Written(6));
        var facts = Facts.Nothing(Phase.Modelling) with { Model = model };
        foreach (var judged in new[] { Judge("model.dimensions", facts), Judge("model.keyFactors", facts) })
            judged.Met.Should().Be(judged.Code != code);
        Judge(code, facts).Detail.Should().Be(new Text($"missing: {en}", $"il manque : {fr}"));
    }

    [Theory]
    [InlineData(2200, 10000, true, "22%")]
    [InlineData(2201, 10000, true, "22.01%")]
    [InlineData(2199, 10000, false, "21.99%")]
    [InlineData(1800, 10000, false, "18%")]
    [InlineData(1855, 10000, false, "18.6%")]
    [InlineData(219_999_999_999, 1_000_000_000_000, false, "21.9999999999%")]
    public void Capacity_building_has_to_reach_the_target_to_the_cent(long part, long whole, bool met, string share)
    {
        var criterion = Judge(
            "ratio.capacityBuilding",
            Facts.Nothing(Phase.Modelling) with
            {
                PlannedCapacityBuilding = new(part, whole),
            }
        );
        criterion.Met.Should().Be(met);
        criterion
            .Detail.Should()
            .Be(
                new Text(
                    $"planned capacity-building share {share}, target 22%",
                    $"part prévue de renforcement des capacités {share.Replace('.', ',').Replace("%", "\u202f%")}, cible 22\u202f%"
                )
            );
    }

    [Theory]
    [InlineData(1000, 10000, true, "10%")]
    [InlineData(999, 10000, true, "9.99%")]
    [InlineData(1001, 10000, false, "10.01%")]
    [InlineData(0, 10000, true, "0%")]
    [InlineData(100_000_000_001, 1_000_000_000_000, false, "10.0000000001%")]
    public void Evaluation_must_not_pass_the_ceiling_by_a_cent(long part, long whole, bool met, string share)
    {
        var criterion = Judge(
            "ratio.evaluation",
            Facts.Nothing(Phase.Modelling) with
            {
                PlannedEvaluation = new(part, whole),
            }
        );
        criterion.Met.Should().Be(met);
        criterion.Detail.En.Should().Be($"planned evaluation share {share}, ceiling 10%");
    }

    [Theory]
    [InlineData(0.2234, 2231, false, "22.3%, target 22.34%")]
    [InlineData(0.2238, 2236, false, "22.36%, target 22.38%")]
    [InlineData(0.2234, 2234, true, "22.34%, target 22.34%")]
    [InlineData(0.5, 2234, false, "22.3%, target 50%")]
    public void Thresholds_are_the_portfolio_s_and_shown_as_they_are(decimal target, long part, bool met, string shown)
    {
        var policy = LifecyclePolicy.Default with { CapacityBuildingTarget = target };
        var criterion = Judge(
            "ratio.capacityBuilding",
            Facts.Nothing(Phase.Modelling) with
            {
                PlannedCapacityBuilding = new(part, 10000),
            },
            policy
        );
        criterion.Met.Should().Be(met);
        criterion.Detail.En.Should().EndWith(shown);
    }
}
