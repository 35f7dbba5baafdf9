using Pipeline.Domain.Common;
using Pipeline.Domain.Reminders;

namespace Pipeline.Domain.Tests.Reminders;

/// <summary>On which days people are reminded of a deadline.</summary>
public sealed class ReminderRulesTests
{
    private static readonly DateOnly Due = new(2026, 3, 31);

    [Fact]
    public void Once_a_week_before_then_on_the_day_then_each_week() =>
        DaysOf(new(Guid.Empty), Due.AddDays(-30), Due.AddDays(20))
            .Should()
            .Equal((-7, Approaching), (0, Approaching), (1, Missed), (8, Missed), (15, Missed));

    [Fact]
    public void What_takes_its_time_is_never_missed() =>
        DaysOf(new(Guid.Empty), Due.AddDays(-30), Due.AddDays(20), neverLate: true)
            .Should()
            .Equal((-7, Approaching), (0, Approaching));

    [Fact]
    public void Each_kind_can_be_left_out()
    {
        var rules = new ReminderRules(Guid.Empty);
        rules.Say(0, onTheDay: false, weeklyWhileLate: false);
        DaysOf(rules, Due.AddDays(-100), Due.AddDays(100)).Should().BeEmpty();
        rules.Say(90, onTheDay: false, weeklyWhileLate: false);
        DaysOf(rules, Due.AddDays(-100), Due.AddDays(100)).Should().Equal((-90, Approaching));
    }

    [Fact]
    public void What_was_skipped_is_made_up_for_once()
    {
        var rules = new ReminderRules(Guid.Empty);
        // Recorded, or running again, two days before.
        DaysOf(rules, Due.AddDays(-2), Due).Should().Equal((-2, Approaching), (0, Approaching));
        DaysOf(rules, Due.AddDays(40), Due.AddDays(50)).Should().Equal((40, Missed), (47, Missed));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(91)]
    public void A_number_of_days_that_cannot_be_is_refused(int days) =>
        FluentActions
            .Invoking(() => new ReminderRules(Guid.Empty).Say(days, onTheDay: true, weeklyWhileLate: true))
            .Should()
            .Throw<InvalidValueException>();

    private static ReminderReason Approaching => ReminderReason.Approaching;

    private static ReminderReason Missed => ReminderReason.Missed;

    // Looked at twice a day.
    private static List<(int Day, ReminderReason Reason)> DaysOf(
        ReminderRules rules,
        DateOnly from,
        DateOnly to,
        bool neverLate = false
    )
    {
        DateOnly? last = null;
        var days = new List<(int, ReminderReason)>();
        for (var look = 0; from.AddDays(look / 2) is var day && day <= to; look++)
            if (rules.ReasonFor(Due, neverLate, last, day) is { } reason)
            {
                days.Add((day.DayNumber - Due.DayNumber, reason));
                last = day;
            }
        return days;
    }
}
