using System.Globalization;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Progress;

namespace Pipeline.Domain.Tests.Progress;

/// <summary>Which periods there are, and which of them a project owes a report on.</summary>
public sealed class ReportScheduleTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);

    [Theory]
    [InlineData(1, "2026-01-31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30")]
    [InlineData(3, "2026-02-28", "2026-02-28 2026-05-31 2026-08-31")]
    [InlineData(6, "2025-12-30", "2025-12-30 2026-06-30")]
    [InlineData(12, "2026-06-14", "2026-06-14 2027-06-14")]
    [InlineData(12, "2027-06-14", "2027-06-14")]
    [InlineData(12, "2027-06-15", "")]
    [InlineData(12, "2028-01-01", "")]
    public void Periods_end_at_the_end_of_months_where_the_first_one_does(int months, string first, string ends) =>
        Ends(new(months, DateOnly.Parse(first, CultureInfo.InvariantCulture)), new(2020, 1, 1)).Should().Be(ends);

    [Theory]
    [InlineData("2026-03-31", "2026-03-31 2026-06-30")]
    [InlineData("2026-04-01", "2026-06-30")]
    [InlineData("2024-05-05", "2025-12-31 2026-03-31 2026-06-30")]
    public void The_first_one_is_that_in_which_the_project_began(string startedOn, string ends) =>
        Ends(new(3, new(2025, 12, 31)), DateOnly.Parse(startedOn, CultureInfo.InvariantCulture)).Should().Be(ends);

    [Fact]
    public void Many_years_after_the_first_period_the_first_one_is_still_that_in_which_the_project_began()
    {
        for (var start = new DateOnly(2019, 1, 1); start < new DateOnly(2019, 8, 1); start = start.AddDays(1))
            foreach (var months in ReportSchedule.Lengths)
            {
                var first = new ReportSchedule(months, new(1999, 11, 30)).Periods(start, Day).First();
                (first.StartsOn <= start && start <= first.EndsOn).Should().BeTrue("{0} by {1} months", start, months);
            }
    }

    [Fact]
    public void A_project_owes_a_report_on_the_period_in_which_it_stopped_and_on_none_after_until_it_is_reopened()
    {
        var periods = new ReportSchedule(1, new(2026, 1, 31)).Periods(new(2026, 1, 1), Day).ToList();
        Owed(new StandingChange(new(2026, 2, 1), Standing.Stopped)).Should().Be("01 02");
        Owed(new StandingChange(new(2026, 1, 31), Standing.Adopted)).Should().Be("01");
        Owed(
                new StandingChange(new(2026, 1, 31), Standing.Stopped),
                new StandingChange(new(2026, 4, 30), Standing.Active)
            )
            .Should()
            .Be("01 04 05 06");

        string Owed(params StandingChange[] changes) =>
            string.Join(' ', periods.Where(p => ReportDuty.IsOwed(changes, p, Day)).Select(p => $"{p.EndsOn:MM}"));
    }

    [Fact]
    public void It_rests_where_it_was_on_hold_when_the_period_ended()
    {
        var period = new ReportPeriod(new(2026, 5, 1), new(2026, 5, 31), new(2026, 6, 30));
        StandingChange[] changes = [new(new(2026, 5, 31), Standing.OnHold), new(new(2026, 6, 1), Standing.Active)];
        ReportDuty.IsOnHold(changes, period, Day).Should().BeTrue();
        ReportDuty.IsOnHold(changes, period, new(2026, 5, 30)).Should().BeFalse();
        ReportDuty.IsOnHold(changes, period with { EndsOn = new(2026, 6, 30) }, Day).Should().BeFalse();
    }

    [Theory]
    [InlineData(2, 30, 14, "everyMonths")]
    [InlineData(0, 30, 14, "everyMonths")]
    [InlineData(3, -1, 14, "dueAfterDays")]
    [InlineData(3, 30, 366, "remindBeforeDays")]
    public void What_is_no_schedule_is_refused(int months, int due, int remind, string field) =>
        FluentActions
            .Invoking(() => new ReportSchedule(months, Day, due, remind).Checked("policy.schedule"))
            .Should()
            .Throw<InvalidValueException>()
            .Which.Faults.Should()
            .ContainSingle(f => f.Field == $"policy.schedule.{field}" && f.Code == "out_of_range");

    private static string Ends(ReportSchedule schedule, DateOnly startedOn) =>
        string.Join(' ', schedule.Periods(startedOn, Day).Select(p => $"{p.EndsOn:yyyy-MM-dd}"));
}
