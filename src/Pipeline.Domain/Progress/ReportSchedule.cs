using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>When a portfolio wants to hear from the projects it leads between two passages, and about what.</summary>
/// <param name="EveryMonths">1, 3, 6 or 12.</param>
/// <param name="FirstPeriodEnds">The last day of the first period; later ones end every so many months after it, at the end of a month where it does.</param>
/// <param name="DueAfterDays">Days after a period's end by which its report is wanted, 0 to 365; 30 is a default of this product.</param>
/// <param name="RemindBeforeDays">Days before that day from which a report is reminded of, 0 to 365; 14 is a default of this product.</param>
/// <param name="Sections">What a report tells of: codes of <see cref="ReportSections"/>, or titles of the portfolio's own; all codes where nothing is said.</param>
/// <param name="ExcuseOnHold">Whether a project that is on hold when a period ends owes no report on it; this product's own, true where nothing is said.</param>
public sealed record ReportSchedule(
    int EveryMonths,
    DateOnly FirstPeriodEnds,
    [property: Range(0, ReportSchedule.MostDays)] int DueAfterDays = ReportSchedule.DefaultDueDays,
    [property: Range(0, ReportSchedule.MostDays)] int RemindBeforeDays = ReportSchedule.DefaultRemindDays,
    [property: MaxLength(ReportSchedule.MostSections)] IReadOnlyList<string>? Sections = null,
    bool ExcuseOnHold = true
)
{
    /// <summary>Days until a report is due, where a portfolio says nothing else.</summary>
    public const int DefaultDueDays = 30;

    /// <summary>Days of reminding, where a portfolio says nothing else.</summary>
    public const int DefaultRemindDays = 14;

    /// <summary>The most days of either.</summary>
    public const int MostDays = 365;

    /// <summary>The most sections of a report.</summary>
    public const int MostSections = 20;

    /// <summary>How many months a period can have.</summary>
    public static readonly IReadOnlyList<int> Lengths = [1, 3, 6, 12];

    private bool EndsWithMonth => FirstPeriodEnds.AddDays(1).Day == 1;

    /// <summary>The sections of a report, in their order.</summary>
    public IReadOnlyList<string> Wanted() => Sections ?? ReportSections.Usual;

    /// <summary>The periods of a project: from the one that it began in to the one that runs on a day.</summary>
    /// <param name="startedOn">The project's first day.</param>
    /// <param name="asOf">The day.</param>
    public IEnumerable<ReportPeriod> Periods(DateOnly startedOn, DateOnly asOf)
    {
        var i = startedOn <= FirstPeriodEnds ? 0 : MonthsBetween(FirstPeriodEnds, startedOn) / EveryMonths;
        for (; ; i++)
        {
            var period = Period(i);
            if (period.StartsOn > asOf)
                yield break;
            if (period.EndsOn >= startedOn)
                yield return period;
        }
    }

    /// <summary>Held against its rules, titles trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>, <c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>duplicate</c>.</exception>
    public ReportSchedule Checked(string field)
    {
        if (!Lengths.Contains(EveryMonths))
            throw ProgressRefusals.NoLength.With(EveryMonths).At($"{field}.everyMonths");
        Days(DueAfterDays, $"{field}.dueAfterDays");
        Days(RemindBeforeDays, $"{field}.remindBeforeDays");
        var first = Guard.Day(FirstPeriodEnds, $"{field}.firstPeriodEnds");
        if (first > LastStart)
            throw ProgressRefusals.TooLate.With(first, LastStart).At($"{field}.firstPeriodEnds");
        return this with { Sections = Sections is null ? null : CheckedSections($"{field}.sections") };
    }

    private static readonly DateOnly LastStart = new(2999, 12, 31);

    private ReportPeriod Period(int index)
    {
        var end = End(index);
        return new(End(index - 1).AddDays(1), end, end.AddDays(DueAfterDays));
    }

    private DateOnly End(int index)
    {
        var end = FirstPeriodEnds.AddMonths(index * EveryMonths);
        return EndsWithMonth ? new(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)) : end;
    }

    // One less than there may be: the period in question ends on that day or later.
    private static int MonthsBetween(DateOnly from, DateOnly to) =>
        Math.Max(0, ((to.Year - from.Year) * 12) + to.Month - from.Month - 1);

    private static void Days(int days, string field)
    {
        if (days is < 0 or > MostDays)
            throw ProgressRefusals.NoDays.With(days, MostDays).At(field);
    }

    private List<string> CheckedSections(string field)
    {
        var titles = Guard
            .List(Sections, field, MostSections)
            .Select((title, i) => Guard.Required(title, $"{field}[{i}]", Limits.Code))
            .ToList();
        if (titles.Count == 0)
            throw CommonRefusals.Required.With(field).At(field);
        Guard.Once(titles, field);
        return titles;
    }
}
