using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class GateTests
{
    // The domain's table of criteria, with the figure or fact that each one shows.
    private static readonly (Phase Gate, string Code, Severity Default, string Unmet, string Met)[] Table =
    [
        (
            Phase.Conception,
            "need.described",
            Severity.Block,
            "what the problem is and who its beneficiaries are",
            "are given"
        ),
        (
            Phase.Conception,
            "solution.hypothesis",
            Severity.Block,
            "hypotheses: 0, at least 1",
            "hypotheses: 1, at least 1"
        ),
        (
            Phase.Conception,
            "territory.named",
            Severity.Block,
            "territories: 0, at least 1",
            "territories: 1, at least 1"
        ),
        (Phase.Conception, "funding.committed", Severity.Block, "nothing committed as funding", "€1,234.50 committed"),
        (Phase.Conception, "risks.answered", Severity.Warn, "without an answer: 2", "every open risk"),
        (
            Phase.Experimentation,
            "evaluation.relevance",
            Severity.Block,
            "relevance for this phase: 0,",
            "relevance for this phase: 1,"
        ),
        (
            Phase.Experimentation,
            "evaluation.beneficiaries",
            Severity.Warn,
            "with beneficiaries: 0,",
            "with beneficiaries: 1,"
        ),
        (Phase.Experimentation, "support.delivered", Severity.Warn, "nothing delivered", "€0.99 delivered"),
        (Phase.Experimentation, "risks.answered", Severity.Warn, "without an answer: 2", "every open risk"),
        (
            Phase.Modelling,
            "model.dimensions",
            Severity.Block,
            "missing: value proposition, value chain, economic model",
            "all written"
        ),
        (
            Phase.Modelling,
            "model.keyFactors",
            Severity.Warn,
            "missing: positioning, roles of the actors, governance, legal, tax and social frame",
            "all written"
        ),
        (Phase.Modelling, "model.operator", Severity.Block, "it is research and development still", "Operator"),
        (
            Phase.Modelling,
            "evaluation.sizing",
            Severity.Block,
            "measure, for this phase: 0,",
            "measure, for this phase: 1,"
        ),
        (
            Phase.Modelling,
            "ratio.capacityBuilding",
            Severity.Warn,
            "undefined: nothing is planned yet; target 22%",
            "share 22%, target 22%"
        ),
        (
            Phase.Modelling,
            "ratio.evaluation",
            Severity.Warn,
            "undefined: nothing is planned yet; ceiling 10%",
            "share 10%, ceiling 10%"
        ),
        (Phase.Modelling, "model.trajectory", Severity.Warn, "write down the target model", "it is written down"),
        (
            Phase.Modelling,
            "alliance.doubleImpact",
            Severity.Warn,
            "with a double impact: 0,",
            "with a double impact: 1,"
        ),
        (Phase.Modelling, "territory.adaptation", Severity.Warn, "what was adapted: 1", "every deployment says"),
        (Phase.Modelling, "risks.answered", Severity.Warn, "without an answer: 2", "every open risk"),
        (Phase.ScalingOut, "evaluation.measured", Severity.Block, "that measure: 0,", "that measure: 1,"),
        (Phase.ScalingOut, "evaluation.partnership", Severity.Warn, "partnership: 0,", "partnership: 1,"),
        (
            Phase.ScalingOut,
            "territory.spread",
            Severity.Block,
            "territories: 0, at least 3",
            "territories: 3, at least 3"
        ),
        (Phase.ScalingOut, "territory.adaptation", Severity.Warn, "what was adapted: 1", "every deployment says"),
        (Phase.ScalingOut, "takeOver.named", Severity.Block, "who takes it over", "Ministry of Health"),
        (
            Phase.ScalingOut,
            "impact.read",
            Severity.Warn,
            "that somebody has looked at: 0,",
            "that somebody has looked at: 1,"
        ),
        (Phase.ScalingOut, "risks.answered", Severity.Warn, "without an answer: 2", "every open risk"),
    ];

    public static TheoryData<Phase, string, Severity, string, string> Criteria
    {
        get
        {
            var criteria = new TheoryData<Phase, string, Severity, string, string>();
            foreach (var (gate, code, severity, unmet, met) in Table)
                criteria.Add(gate, code, severity, unmet, met);
            return criteria;
        }
    }

    public static TheoryData<Phase> PhasesWithAGate =>
        [Phase.Conception, Phase.Experimentation, Phase.Modelling, Phase.ScalingOut];

    private static IReadOnlyList<JudgedCriterion> Judge(GateFacts facts, LifecyclePolicy? policy = null) =>
        Gates.After(facts.Phase)!.Judge(facts, policy ?? LifecyclePolicy.Default);

    [Fact]
    public void The_gates_look_at_what_the_domain_lists_in_its_order()
    {
        PhaseOrder
            .All.SelectMany(phase => (Gates.After(phase)?.Criteria ?? []).Select(c => (phase, c.Code, c.Default)))
            .Should()
            .Equal(Table.Select(row => (row.Gate, row.Code, row.Default)));
        Facts.Criteria.Should().Equal(Table.Select(row => row.Code).Distinct());
        Gates.After(Phase.Industrialisation).Should().BeNull();
    }

    [Theory, MemberData(nameof(Criteria))]
    public void A_criterion_is_unmet_over_empty_facts(
        Phase gate,
        string code,
        Severity severity,
        string unmet,
        string met
    )
    {
        var criterion = Judge(Facts.Nothing(gate)).Single(c => c.Code == code);
        (criterion.Met, criterion.Severity, criterion.Blocks)
            .Should()
            .Be((false, severity, severity == Severity.Block));
        criterion.Detail.En.Should().Contain(unmet).And.NotContain(met);
    }

    [Theory, MemberData(nameof(Criteria))]
    public void Its_facts_meet_a_criterion_and_no_other(
        Phase gate,
        string code,
        Severity severity,
        string unmet,
        string met
    )
    {
        var criterion = Judge(Facts.Of(gate, [code])).Should().ContainSingle(c => c.Met).Subject;
        (criterion.Code, criterion.Severity, criterion.Blocks).Should().Be((code, severity, false));
        criterion.Detail.En.Should().Contain(met).And.NotContain(unmet);
    }

    [Theory, MemberData(nameof(Criteria))]
    public void Nothing_else_meets_a_criterion(Phase gate, string code, Severity severity, string unmet, string met)
    {
        string[] wider = code switch
        {
            "model.dimensions" or "model.keyFactors" => ["model.dimensions", "model.keyFactors"],
            "evaluation.sizing" => [code, "evaluation.measured"],
            _ => [code],
        };
        var criterion = Judge(Facts.EverythingBut(gate, wider)).Single(c => c.Code == code);
        (criterion.Met, criterion.Severity).Should().Be((false, severity));
        criterion.Detail.En.Should().Contain(unmet).And.NotContain(met);
    }

    [Theory]
    [InlineData(Severity.Block, true)]
    [InlineData(Severity.Warn, false)]
    [InlineData(Severity.Ignore, false)]
    public void A_portfolio_s_policy_sets_what_a_criterion_weighs(Severity severity, bool blocks)
    {
        foreach (var (gate, code, _, _, _) in Table)
        {
            var policy = LifecyclePolicy.Default with
            {
                Severities = new Dictionary<string, Severity> { [code] = severity },
            };
            var criterion = Judge(Facts.Nothing(gate), policy).Single(c => c.Code == code);
            (criterion.Severity, criterion.Blocks).Should().Be((severity, blocks), code);
        }
    }

    [Fact]
    public void Sentences_and_details_are_in_both_languages()
    {
        var judged = PhaseOrder
            .All.Where(p => Gates.After(p) is not null)
            .SelectMany(p => Judge(Facts.Nothing(p)))
            // One criterion is every gate's.
            .DistinctBy(c => c.Code)
            .ToList();
        judged
            .Select(c => c.Sentence.En)
            .Concat(judged.Select(c => c.Sentence.Fr))
            .Should()
            .OnlyHaveUniqueItems()
            .And.NotContain(string.Empty);
        judged
            .Should()
            .OnlyContain(c => c.Detail.En.Length > 0 && c.Detail.Fr.Length > 0 && c.Detail.En != c.Detail.Fr);
    }

    [Theory, MemberData(nameof(PhasesWithAGate))]
    public void All_unmet_criteria_are_reported_at_once(Phase phase)
    {
        var project = Given.ProjectIn(phase);
        var blocking = Table
            .Where(row => row.Gate == phase && row.Default == Severity.Block)
            .Select(row => row.Code)
            .ToList();

        var refusal = Refusal.Of<RefusedException>(() =>
            project.Report(Given.Report(Trigger.Advance), Given.Owner, Given.Review, Facts.Nothing(phase), Given.Now)
        );

        refusal.Code.Should().Be("gate_not_met");
        refusal.Faults.Select(f => f.Code).Should().Equal(blocking);
        refusal
            .Sentence.En.Should()
            .ContainAll(
                Judge(Facts.Nothing(phase))
                    .Where(c => blocking.Contains(c.Code))
                    .Select(c => c.Sentence.En.TrimEnd('.'))
            )
            .And.NotContainAny(blocking);
        refusal.Faults.Should().OnlyContain(f => f.Field == "trigger" && f.Message.En.Contains('('));
        project.Phase.Should().Be(phase);
    }

    [Theory, MemberData(nameof(PhasesWithAGate))]
    public void Warnings_never_block_and_are_kept(Phase phase)
    {
        var project = Given.ProjectIn(phase);
        string[] warnings =
        [
            .. Table.Where(row => row.Gate == phase && row.Default == Severity.Warn).Select(row => row.Code),
        ];

        var transition = project.Report(
            Given.Report(Trigger.Advance),
            Given.Owner,
            Given.NoReview,
            Facts.EverythingBut(phase, warnings),
            Given.Now
        );

        project.Phase.Should().Be(phase.Next());
        transition.Gate.Where(c => !c.Met).Select(c => c.Code).Should().Equal(warnings);
        transition
            .Gate.Select(c => c.Code)
            .Should()
            .Equal(Table.Where(row => row.Gate == phase).Select(row => row.Code));
    }

    [Theory]
    [InlineData(Trigger.StepBack)]
    [InlineData(Trigger.Hold)]
    [InlineData(Trigger.Stop)]
    public void Other_moves_pass_no_gate(Trigger trigger)
    {
        var project = Given.ProjectIn(Phase.Modelling);
        project.Assess(trigger, Given.Owner, Given.Review, Facts.Nothing(Phase.Modelling)).Criteria.Should().BeEmpty();
        project
            .Report(Given.Report(trigger), Given.Owner, Given.NoReview, Facts.Nothing(Phase.Modelling), Given.Now)
            .Gate.Should()
            .BeEmpty();
    }
}
