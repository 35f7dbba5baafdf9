using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Evaluations;

public class EvaluationTests
{
    private static readonly Indicator Indicator = new("Objects mended", "objects", 0, 100, 87.5m, "OI1571", 12);

    private static readonly EvaluationReport Report = new(
        Phase.Experimentation,
        EvaluationForm.Relevance,
        EvaluationMaturity.Benchmarked,
        Given.Start.AddDays(50),
        "The university",
        [Participant.Beneficiaries, Participant.Academics],
        "It answers the need.",
        Verdict.Mixed,
        [new("Report", "https://example.org/r.pdf")],
        [Indicator]
    );

    private static readonly Project Project = Given.NewProject();

    private static Evaluation Evaluated(EvaluationReport report) =>
        new(
            Project.Id,
            Project.LeadPortfolioId,
            Project.StartedOn,
            Phase.Experimentation,
            report,
            Given.Owner.UserId,
            Given.Now
        );

    [Fact]
    public void It_is_of_a_phase_that_was_reached()
    {
        Refused(Report with { Phase = Phase.Modelling }, "phase_not_reached", "phase");
        Evaluated(Report with { Phase = Phase.Conception }).Phase.Should().Be(Phase.Conception);
    }

    private static void Refused(EvaluationReport report, string code, string field)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Evaluated(report));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, field));
    }

    [Fact]
    public void An_evaluation_keeps_what_was_reported()
    {
        var evaluation = Evaluated(Report with { Evaluator = " The university ", Findings = " It answers the need. " });
        evaluation.Should().BeEquivalentTo(Report);
        evaluation
            .Should()
            .BeEquivalentTo(
                new
                {
                    ProjectId = Project.Id,
                    RecordedBy = Given.Owner.UserId,
                    RecordedAt = Given.Now,
                }
            );
    }

    [Fact]
    public void At_least_one_took_part_and_each_is_named_once()
    {
        Refused(Report with { Participants = [] }, "required", "participants");
        Refused(
            Report with
            {
                Participants = [Participant.Peers, Participant.Experts, Participant.Peers],
            },
            "duplicate",
            "participants"
        );
        Evaluated(Report with { Participants = [Participant.Peers] }).Participants.Should().Equal(Participant.Peers);
    }

    [Fact]
    public void It_was_carried_out_between_the_project_s_start_and_today()
    {
        Refused(Report with { CarriedOutOn = Given.Start.AddDays(-1) }, "before_start", "carriedOutOn");
        Refused(Report with { CarriedOutOn = Given.Today.AddDays(1) }, "date_in_future", "carriedOutOn");
        Evaluated(Report with { CarriedOutOn = Given.Start }).CarriedOutOn.Should().Be(Given.Start);
        Evaluated(Report with { CarriedOutOn = Given.Today }).CarriedOutOn.Should().Be(Given.Today);
    }

    [Fact]
    public void It_says_who_found_what()
    {
        Refused(Report with { Evaluator = " " }, "required", "evaluator");
        Refused(Report with { Evaluator = new('x', Limits.Name + 1) }, "too_long", "evaluator");
        Refused(Report with { Findings = "" }, "required", "findings");
        Refused(Report with { Findings = new('x', Limits.Pages + 1) }, "too_long", "findings");
    }

    [Theory]
    [InlineData("file:///etc/passwd", "invalid_link")]
    [InlineData("mailto:someone@example.org", "invalid_link")]
    [InlineData(" ", "required")]
    public void Its_evidence_is_linked_over_http(string url, string code) =>
        Refused(
            Report with
            {
                Evidence = [new("Fine", "HTTPS://example.org"), new("Wrong", url)],
            },
            code,
            "evidence[1].url"
        );

    [Fact]
    public void A_link_has_a_title_and_limits()
    {
        Refused(Report with { Evidence = [new("", "https://example.org")] }, "required", "evidence[0].title");
        Refused(
            Report with
            {
                Evidence = [new("Long", "https://example.org/" + new string('x', Limits.Url))],
            },
            "too_long",
            "evidence[0].url"
        );
        Refused(
            Report with
            {
                Evidence = [.. Enumerable.Repeat(new Link("a", "https://example.org"), Limits.List + 1)],
            },
            "too_many",
            "evidence"
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    [InlineData(-3)]
    public void An_indicator_s_goal_is_1_to_17(int sdg) =>
        Refused(
            Report with
            {
                Indicators = [Indicator, Indicator with { Sdg = sdg }],
            },
            "out_of_range",
            "indicators[1].sdg"
        );

    [Fact]
    public void An_indicator_has_a_name_and_a_unit_and_need_have_nothing_else()
    {
        Refused(Report with { Indicators = [Indicator with { Name = " " }] }, "required", "indicators[0].name");
        Refused(
            Report with
            {
                Indicators = [Indicator, Indicator with { Unit = " " }],
            },
            "required",
            "indicators[1].unit"
        );
        Refused(
            Report with
            {
                Indicators = [Indicator with { IrisMetric = new('x', Limits.Short + 1) }],
            },
            "too_long",
            "indicators[0].irisMetric"
        );
        var bare = new Indicator("Trust", "points", null, null, null, null, null);
        Evaluated(Report with { Indicators = [bare with { IrisMetric = " " }] }).Indicators.Should().Equal(bare);
    }
}
