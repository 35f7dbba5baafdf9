using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class PhaseClockTests
{
    private static readonly DateOnly Start = Given.Start;

    private readonly Project _project = Given.NewProject();

    private EffectiveTransition Fire(Trigger trigger, int day) => _project.Fire(trigger, Start.AddDays(day)).Effect!;

    private int DaysUntil(int day) => _project.Clock.DaysUntil(Start.AddDays(day));

    [Fact]
    public void Time_runs_from_the_start()
    {
        DaysUntil(0).Should().Be(0);
        DaysUntil(25).Should().Be(25);
    }

    [Fact]
    public void A_hold_does_not_count()
    {
        Fire(Trigger.Hold, 10);
        DaysUntil(30).Should().Be(10);
        Fire(Trigger.Resume, 40);
        DaysUntil(40).Should().Be(10);
        DaysUntil(45).Should().Be(15);
    }

    [Fact]
    public void Several_holds_add_up()
    {
        Fire(Trigger.Hold, 10);
        Fire(Trigger.Resume, 20);
        Fire(Trigger.Hold, 25);
        Fire(Trigger.Resume, 60);
        Fire(Trigger.Advance, 70).StayDays.Should().Be(10 + 5 + 10);
    }

    [Fact]
    public void A_hold_ended_on_its_first_day_changes_nothing()
    {
        Fire(Trigger.Hold, 10);
        Fire(Trigger.Resume, 10);
        DaysUntil(12).Should().Be(12);
    }

    [Theory]
    [InlineData(Trigger.Advance)]
    [InlineData(Trigger.StepBack)]
    public void A_new_phase_begins_at_zero(Trigger trigger)
    {
        Fire(Trigger.Advance, 5);
        Fire(trigger, 12).StayDays.Should().Be(7);
        _project.PhaseSince.Should().Be(Start.AddDays(12));
        DaysUntil(15).Should().Be(3);
    }

    [Fact]
    public void The_phase_is_entered_once_whatever_the_holds()
    {
        Fire(Trigger.Advance, 5);
        Fire(Trigger.Hold, 8);
        Fire(Trigger.Resume, 20);
        _project.PhaseSince.Should().Be(Start.AddDays(5));
    }

    [Fact]
    public void An_end_stops_the_clock()
    {
        Fire(Trigger.Stop, 9).StayDays.Should().Be(9);
        DaysUntil(300).Should().Be(9);
    }

    [Fact]
    public void A_stop_during_a_hold_counts_up_to_the_hold()
    {
        Fire(Trigger.Hold, 9);
        Fire(Trigger.Stop, 50).StayDays.Should().Be(9);
        DaysUntil(300).Should().Be(9);
    }

    [Fact]
    public void A_reopening_begins_a_new_stay_in_the_old_phase()
    {
        Fire(Trigger.Advance, 5);
        Fire(Trigger.Stop, 15);
        Fire(Trigger.Reopen, 100).StayDays.Should().BeNull();
        _project.PhaseSince.Should().Be(Start.AddDays(5));
        DaysUntil(103).Should().Be(3);
        Fire(Trigger.Advance, 107).StayDays.Should().Be(7);
    }

    [Fact]
    public void Adoption_ends_the_stay_in_industrialisation()
    {
        foreach (var day in new[] { 1, 2, 3, 4 })
            Fire(Trigger.Advance, day);
        Fire(Trigger.Adopt, 44).StayDays.Should().Be(40);
        DaysUntil(300).Should().Be(40);
    }

    [Theory]
    [InlineData(Trigger.Hold)]
    [InlineData(Trigger.Resume)]
    public void A_pause_ends_no_stay(Trigger trigger)
    {
        if (trigger == Trigger.Resume)
            Fire(Trigger.Hold, 1);
        Fire(trigger, 2).StayDays.Should().BeNull();
    }
}
