using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Reference;

public class TablesTests
{
    [Theory]
    [InlineData(Phase.Conception, Stage.SocietalRnd, null, Phase.Experimentation)]
    [InlineData(Phase.Experimentation, Stage.SocietalRnd, Phase.Conception, Phase.Modelling)]
    [InlineData(Phase.Modelling, Stage.ProofOfConcept, Phase.Experimentation, Phase.ScalingOut)]
    [InlineData(Phase.ScalingOut, Stage.Deployment, Phase.Modelling, Phase.Industrialisation)]
    [InlineData(Phase.Industrialisation, Stage.Deployment, Phase.ScalingOut, null)]
    public void Phases_follow_each_other_in_three_stages(Phase phase, Stage stage, Phase? previous, Phase? next)
    {
        phase.StageOf().Should().Be(stage);
        phase.Previous().Should().Be(previous);
        phase.Next().Should().Be(next);
    }

    [Fact]
    public void Phases_and_levers_are_listed_in_the_field_s_order()
    {
        PhaseOrder
            .All.Should()
            .Equal(Phase.Conception, Phase.Experimentation, Phase.Modelling, Phase.ScalingOut, Phase.Industrialisation);
        Levers
            .All.Should()
            .Equal(Lever.Funding, Lever.ExpertiseAndNetworks, Lever.StrategyAndGovernance, Lever.Evaluation);
    }

    [Theory]
    [InlineData(Lever.Funding, false)]
    [InlineData(Lever.ExpertiseAndNetworks, true)]
    [InlineData(Lever.StrategyAndGovernance, true)]
    [InlineData(Lever.Evaluation, false)]
    public void Two_levers_build_capacity(Lever lever, bool expected) =>
        lever.IsCapacityBuilding().Should().Be(expected);

    [Theory]
    [InlineData(Lever.Funding, new[] { 1, 2, 2, 3, 3 }, "essaimage")]
    [InlineData(Lever.ExpertiseAndNetworks, new[] { 3, 2, 2, 3, 2 }, "avis")]
    [InlineData(Lever.StrategyAndGovernance, new[] { 1, 2, 3, 3, 2 }, "dimensionner")]
    [InlineData(Lever.Evaluation, new[] { 1, 1, 3, 2, 2 }, "témoignage")]
    public void Needs_by_phase_are_the_report_s(Lever lever, int[] needs, string reason)
    {
        PhaseOrder.All.Select(phase => NeedProfile.Need(lever, phase)).Should().Equal(needs);
        NeedProfile.Why(lever).Fr.Should().Contain(reason);
    }

    [Theory]
    [InlineData(StakeholderKind.IdeaHolder, 3, 3, 2)]
    [InlineData(StakeholderKind.Catalyst, 3, 3, 1)]
    [InlineData(StakeholderKind.Funder, 1, 2, 3)]
    [InlineData(StakeholderKind.Beneficiary, 3, 1, 2)]
    [InlineData(StakeholderKind.Expert, 2, 3, 1)]
    [InlineData(StakeholderKind.Academic, 0, 3, 0)]
    [InlineData(StakeholderKind.Institution, 0, 2, 3)]
    [InlineData(StakeholderKind.Peer, 0, 3, 2)]
    [InlineData(StakeholderKind.Governance, 1, 2, 3)]
    public void Stakeholders_by_stage_are_the_report_s(
        StakeholderKind kind,
        int societalRnd,
        int proofOfConcept,
        int deployment
    ) =>
        Enum.GetValues<Stage>()
            .Select(stage => StakeholderTable.Expected(kind, stage))
            .Should()
            .Equal(societalRnd, proofOfConcept, deployment);

    [Fact]
    public void What_is_no_member_has_no_figures()
    {
        FluentActions.Invoking(() => ((Phase)9).StageOf()).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions
            .Invoking(() => NeedProfile.Need((Lever)9, Phase.Conception))
            .Should()
            .Throw<ArgumentOutOfRangeException>();
        FluentActions
            .Invoking(() => NeedProfile.Need(Lever.Funding, (Phase)9))
            .Should()
            .Throw<ArgumentOutOfRangeException>();
        FluentActions
            .Invoking(() => StakeholderTable.Expected((StakeholderKind)0, Stage.Deployment))
            .Should()
            .Throw<ArgumentOutOfRangeException>();
        FluentActions
            .Invoking(() => StakeholderTable.Expected(StakeholderKind.Peer, (Stage)0))
            .Should()
            .Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Ratio_references_are_the_report_s()
    {
        RatioReferences
            .Defaults.Select(r => (r.Code, r.Share, r.Kind))
            .Should()
            .Equal(
                ("societalInnovationsFrance", 0.02m, RatioKind.CapacityBuilding),
                ("ag2rLaMondialeFund", 0.17m, RatioKind.CapacityBuilding),
                ("ag2rLaMondialeFundAdvice", 0.18m, RatioKind.CapacityBuilding),
                ("socialEconomy", 0.22m, RatioKind.CapacityBuilding),
                ("economyAtLarge", 0.30m, RatioKind.CapacityBuilding),
                ("digitalEconomy", 0.60m, RatioKind.CapacityBuilding),
                ("evaluationCeiling", 0.10m, RatioKind.Evaluation)
            );
        RatioReferences.Of(RatioKind.Evaluation).Should().ContainSingle().Which.Share.Should().Be(0.10m);
        RatioReferences.Of(RatioKind.CapacityBuilding).Should().HaveCount(6);
    }

    [Fact]
    public void Every_ratio_reference_says_where_it_was_published() =>
        RatioReferences
            .Defaults.Should()
            .OnlyContain(r =>
                r.Citation.Contains("RC: Le RAMEAU, Regards croisés")
                && r.Citation.Contains(", l.")
                && r.Denominator.En.Length > 0
            );

    [Fact]
    public void Both_figures_of_the_fund_say_who_gave_them_and_of_what()
    {
        foreach (var (code, who) in new[] { ("ag2rLaMondialeFund", "founder"), ("ag2rLaMondialeFundAdvice", "text") })
            RatioReferences
                .Defaults.Single(r => r.Code == code)
                .Denominator.En.Should()
                .ContainAll("32 M€", "27 associations", "2010-2017", who);
    }

    [Theory]
    [InlineData(Stage.SocietalRnd, "faisabilité")]
    [InlineData(Stage.ProofOfConcept, "conditions de réplication")]
    [InlineData(Stage.Deployment, "impact social")]
    public void Evaluation_has_a_purpose_in_each_stage(Stage stage, string words) =>
        EvaluationPurposes.Of(stage).Fr.Should().Contain(words);

    [Fact]
    public void Rigour_of_evaluations_can_be_compared() =>
        new[] { EvaluationMaturity.Narrated, EvaluationMaturity.Benchmarked, EvaluationMaturity.Measured }
            .Should()
            .BeInAscendingOrder();

    [Theory]
    [InlineData(ImpactKind.Performance, 18)]
    [InlineData(ImpactKind.Innovation, 84)]
    [InlineData(ImpactKind.Trust, 336)]
    public void Each_kind_of_impact_has_its_time_scale(ImpactKind kind, int months) =>
        kind.Months().Should().Be(months);
}
