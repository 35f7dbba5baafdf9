using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Progress;

/// <summary>Which periods a project owes a report on, by where it stood.</summary>
public static class ReportDuty
{
    /// <summary>
    /// Whether a report is owed: the project had not ended on some day of the period. So it is on the period in which it stopped or was taken over, and on none
    /// after, until it is reopened.
    /// </summary>
    /// <param name="changes">All moves by the day, in their order.</param>
    public static bool IsOwed(IReadOnlyList<StandingChange> changes, ReportPeriod period, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(period);
        return !HasEnded(On(changes, period.StartsOn.AddDays(-1)))
            || changes.Any(c => c.On >= period.StartsOn && c.On <= Last(period, asOf) && !HasEnded(c.To));
    }

    /// <summary>Whether the project was on hold when the period ended, or is while it runs.</summary>
    /// <param name="changes">All moves by the day, in their order.</param>
    public static bool IsOnHold(IReadOnlyList<StandingChange> changes, ReportPeriod period, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(period);
        return On(changes, Last(period, asOf)) == Standing.OnHold;
    }

    private static DateOnly Last(ReportPeriod period, DateOnly asOf) => period.EndsOn < asOf ? period.EndsOn : asOf;

    // From the end: a portfolio asks this of each period of each project.
    private static Standing On(IReadOnlyList<StandingChange> changes, DateOnly day)
    {
        for (var i = changes.Count - 1; i >= 0; i--)
            if (changes[i].On <= day)
                return changes[i].To;
        return Standing.Active;
    }

    private static bool HasEnded(Standing standing) => standing is Standing.Stopped or Standing.Adopted;
}
