using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class BeginningTests
{
    private static readonly DateOnly Later = Given.Start.AddDays(10);
    private static readonly Text Plan = new("a plan", "un plan");

    private readonly Project _project = Given.NewProject();

    [Fact]
    public void It_moves_while_nothing_is_older_and_conception_with_it()
    {
        _project.BeginOn(Given.Start, [], Given.Now).Should().BeFalse();
        _project.BeginOn(Later, [new(Plan, Later)], Given.Now).Should().BeTrue();
        (_project.StartedOn, _project.PhaseSince, _project.Version).Should().Be((Later, Later, 2L));
    }

    [Fact]
    public void Everything_that_is_older_is_named()
    {
        _project.Fire(Trigger.Advance, Given.Start.AddDays(5));
        var refusal = Refusal.Of<RefusedException>(() =>
            _project.BeginOn(Later, [new(Plan, Given.Start.AddDays(2)), new(Plan, Later)], Given.Now)
        );
        refusal.Code.Should().Be("start_contradicted");
        refusal.Faults.Select(f => f.Message.En).Should().HaveCount(2).And.Contain(s => s.Contains("a transition"));
        refusal.Sentence.En.Should().Contain("a plan of 3 January 2020");
        _project.StartedOn.Should().Be(Given.Start);
    }

    [Fact]
    public void A_report_that_waits_counts()
    {
        _project.Report(
            Given.Report(Trigger.Advance, Given.Start.AddDays(5)),
            Given.Owner,
            Given.Review,
            Facts.Everything(Phase.Conception),
            Given.Now
        );
        Refusal
            .Of<RefusedException>(() => _project.BeginOn(Later, [], Given.Now))
            .Code.Should()
            .Be("start_contradicted");
        _project.BeginOn(Given.Start.AddDays(5), [], Given.Now).Should().BeTrue();
    }

    [Fact]
    public void After_an_advance_the_first_stay_is_counted_anew()
    {
        var advance = _project.Fire(Trigger.Advance, Later).Effect!;
        _project.BeginOn(Given.Start.AddDays(-5), [], Given.Now).Should().BeTrue();
        _project.PhaseSince.Should().Be(Later);
        PhaseClock.StayOf(1, advance.Trigger, _project.StartedOn, Later).Should().Be(15);
        PhaseClock.StayOf(2, advance.Trigger, _project.StartedOn, Later).Should().BeNull();
    }

    [Fact]
    public void It_stays_once_the_clock_of_conception_was_stopped()
    {
        _project.Fire(Trigger.Hold, Later);
        Refusal
            .Of<RefusedException>(() => _project.BeginOn(Given.Start.AddDays(-1), [], Given.Now))
            .Code.Should()
            .Be("start_contradicted");
    }

    [Fact]
    public void It_is_not_in_the_future() =>
        Refusal
            .Of<InvalidValueException>(() => _project.BeginOn(Given.Today.AddDays(1), [], Given.Now))
            .Code.Should()
            .Be("date_in_future");

    [Fact]
    public void The_furthest_phase_is_kept_after_a_step_back()
    {
        var project = Given.NewProject();
        project.Fire(Trigger.Advance, Given.Start.AddDays(1));
        project.Fire(Trigger.Advance, Given.Start.AddDays(2));
        project.Fire(Trigger.StepBack, Given.Start.AddDays(3));
        Enumerable
            .Range(0, 4)
            .Select(day => project.FurthestPhase(Given.Start.AddDays(day)))
            .Should()
            .Equal(Phase.Conception, Phase.Experimentation, Phase.Modelling, Phase.Modelling);
    }
}
