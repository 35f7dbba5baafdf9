namespace Pipeline.Domain.Common;

/// <summary>Time in whole months.</summary>
public static class Months
{
    /// <summary>Whole months from a day to a last one, which counts.</summary>
    public static int Through(DateOnly from, DateOnly last) =>
        Between(from, last < DateOnly.MaxValue ? last.AddDays(1) : last);

    /// <summary>Whole months that lie between two days, the second one left out; negative where it comes first.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
