using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class ReportTests
{
    private static Transition Report(Project project, TransitionReport report, Actor? actor = null) =>
        project.Report(report, actor ?? Given.Manager, Given.NoReview, Facts.Everything(project.Phase), Given.Now);

    [Theory]
    [InlineData(Trigger.StepBack, Standing.Active)]
    [InlineData(Trigger.Hold, Standing.Active)]
    [InlineData(Trigger.Stop, Standing.Active)]
    [InlineData(Trigger.Stop, Standing.OnHold)]
    [InlineData(Trigger.Reopen, Standing.Stopped)]
    public void What_needs_a_reason_is_refused_without_one(Trigger trigger, Standing standing)
    {
        var project = Given.ProjectIn(Phase.Modelling, standing);
        var refusal = Refusal.Of<InvalidValueException>(() =>
            Report(project, Given.Report(trigger) with { Reason = "  " })
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("required", "reason"));
        Report(project, Given.Report(trigger) with { Reason = " Learnt. " }).Reason.Should().Be("Learnt.");
    }

    [Theory]
    [InlineData(Trigger.Advance, Standing.Active)]
    [InlineData(Trigger.Resume, Standing.OnHold)]
    public void What_needs_no_reason_passes_without_one(Trigger trigger, Standing standing) =>
        Report(Given.ProjectIn(Phase.Modelling, standing), Given.Report(trigger) with { Reason = null })
            .Status.Should()
            .Be(TransitionStatus.Effective);

    [Fact]
    public void Reopening_is_for_managers()
    {
        var project = Given.ProjectIn(Phase.Modelling, Standing.Stopped);
        Refusal
            .Of<ForbiddenException>(() => Report(project, Given.Report(Trigger.Reopen), Given.Owner))
            .Code.Should()
            .Be("managers_only");
        project.Standing.Should().Be(Standing.Stopped);
    }

    [Fact]
    public void Who_only_reads_reports_nothing() =>
        Refusal
            .Of<ForbiddenException>(() => Report(Given.NewProject(), Given.Report(Trigger.Hold), Given.Investor))
            .Code.Should()
            .Be("not_a_reporter");

    [Fact]
    public void Everything_in_the_way_is_said_at_once()
    {
        var project = Given.NewProject();
        project.Report(Given.Report(Trigger.Stop), Given.Owner, Given.Review, Facts.Nothing(project.Phase), Given.Now);

        var assessment = project.Assess(Trigger.Advance, Given.Investor, Given.Review, Facts.Nothing(project.Phase));

        assessment.Permitted.Should().BeFalse();
        assessment
            .Obstacles.Select(o => o.Refusal.Code)
            .Should()
            .Equal("not_a_reporter", "report_pending", "gate_not_met");
        assessment.Obstacles.Should().OnlyContain(o => o.Refusal.Sentence.En != o.Refusal.Sentence.Fr);
    }

    [Theory]
    [InlineData(TakeOverKind.PublicPolicy)]
    [InlineData(TakeOverKind.Market)]
    [InlineData(TakeOverKind.Commons)]
    public void Adoption_keeps_who_takes_over_and_as_what(TakeOverKind kind)
    {
        var project = Given.ProjectIn(Phase.Industrialisation);
        var transition = Report(
            project,
            Given.Report(Trigger.Adopt) with
            {
                TakeOver = new(kind, null, " A cooperative "),
            }
        );
        transition.TakeOver.Should().Be(new TakeOver(kind, null, "A cooperative"));
        project.TakeOver.Should().Be(transition.TakeOver);
    }

    [Fact]
    public void Adoption_without_a_taker_over_is_refused()
    {
        var project = Given.ProjectIn(Phase.Industrialisation);
        var refusal = Refusal.Of<InvalidValueException>(() =>
            Report(project, Given.Report(Trigger.Adopt) with { TakeOver = null })
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("required", "takeOver"));
    }

    [Fact]
    public void A_taker_over_has_to_be_somebody()
    {
        var project = Given.ProjectIn(Phase.Industrialisation);
        var refusal = Refusal.Of<InvalidValueException>(() =>
            Report(project, Given.Report(Trigger.Adopt) with { TakeOver = new(TakeOverKind.Market, null, " ") })
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("required", "takeOver.name"));
    }

    [Fact]
    public void Only_adoption_takes_a_taker_over()
    {
        var report = Given.Report(Trigger.Advance) with { TakeOver = Given.TakeOver };
        Refusal.Of<InvalidValueException>(() => Report(Given.NewProject(), report)).Code.Should().Be("not_expected");
    }

    [Fact]
    public void Nothing_happens_in_the_future()
    {
        var project = Given.NewProject();
        var refusal = Refusal.Of<InvalidValueException>(() =>
            Report(project, Given.Report(Trigger.Advance, Given.Today.AddDays(1)))
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("date_in_future", "effectiveOn"));
        Report(project, Given.Report(Trigger.Advance, Given.Today)).EffectiveOn.Should().Be(Given.Today);
    }

    [Fact]
    public void Nothing_happens_before_the_project_began()
    {
        var project = Given.NewProject();
        Refusal
            .Of<InvalidValueException>(() => Report(project, Given.Report(Trigger.Advance, Given.Start.AddDays(-1))))
            .Code.Should()
            .Be("date_before_last");
        Report(project, Given.Report(Trigger.Advance, Given.Start)).Effect!.StayDays.Should().Be(0);
    }

    [Fact]
    public void Nothing_happens_before_the_last_transition()
    {
        var project = Given.NewProject();
        var last = Given.Start.AddDays(40);
        project.Fire(Trigger.Advance, last);
        Refusal
            .Of<InvalidValueException>(() => Report(project, Given.Report(Trigger.Hold, last.AddDays(-1))))
            .Code.Should()
            .Be("date_before_last");
        Report(project, Given.Report(Trigger.Hold, last)).Status.Should().Be(TransitionStatus.Effective);
    }

    [Fact]
    public void The_day_is_that_of_universal_time()
    {
        var project = Given.NewProject();
        var lateInParis = new DateTimeOffset(2026, 6, 16, 1, 30, 0, TimeSpan.FromHours(2));
        FluentActions
            .Invoking(() =>
                project.Report(
                    Given.Report(Trigger.Hold, new(2026, 6, 16)),
                    Given.Owner,
                    Given.Review,
                    Facts.Nothing(project.Phase),
                    lateInParis
                )
            )
            .Should()
            .Throw<InvalidValueException>()
            .Which.Code.Should()
            .Be("date_in_future");
    }

    [Fact]
    public void A_transition_records_what_was_reported_by_whom_and_when()
    {
        var project = Given.NewProject();
        var report = Given.Report(Trigger.Advance, Given.Start.AddDays(3)) with
        {
            Narrative = " Our story. ",
            Evidence = [new(" Report ", " https://example.org/r ")],
        };

        var transition = Report(project, report, Given.Owner);

        transition
            .Should()
            .BeEquivalentTo(
                new
                {
                    ProjectId = project.Id,
                    Trigger = Trigger.Advance,
                    EffectiveOn = Given.Start.AddDays(3),
                    Narrative = "Our story.",
                    ReportedBy = Given.Owner.UserId,
                    RecordedAt = Given.Now,
                    Evidence = new[] { new Link("Report", "https://example.org/r") },
                }
            );
        transition.Gate.Should().OnlyContain(c => c.Met).And.HaveCount(5);
        transition.Effect!.Sequence.Should().Be(1);
    }

    [Theory]
    [InlineData("ftp://example.org/r")]
    [InlineData("javascript:alert(1)")]
    [InlineData("example.org")]
    [InlineData("/etc/passwd")]
    public void Evidence_is_linked_over_http(string url)
    {
        var report = Given.Report(Trigger.Advance) with
        {
            Evidence = [new("Fine", "http://example.org"), new("Wrong", url)],
        };
        var refusal = Refusal.Of<InvalidValueException>(() => Report(Given.NewProject(), report));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("invalid_link", "evidence[1].url"));
    }

    [Fact]
    public void A_report_raises_the_version_and_a_refused_one_does_not()
    {
        var project = Given.NewProject();
        var version = project.Version;
        Refusal.Of<RefusedException>(() => project.Fire(Trigger.Resume));
        project.Version.Should().Be(version);
        project.Fire(Trigger.Hold);
        project.Version.Should().BeGreaterThan(version);
    }
}
