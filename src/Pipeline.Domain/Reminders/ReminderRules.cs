using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reminders;

/// <summary>When people are reminded of a portfolio's deadlines. A portfolio that says nothing has what is usual: a week before, on the day, each week while late.</summary>
public sealed class ReminderRules : Choice
{
    /// <summary>Days before, where a portfolio says nothing else; a default of this product.</summary>
    public const int UsualDays = 7;

    /// <summary>The most days before.</summary>
    public const int MostDays = 90;

    private const int DaysOfWeek = 7;

    private ReminderRules() { }

    /// <summary>Those of a portfolio that has said nothing yet.</summary>
    public ReminderRules(Guid portfolioId) => PortfolioId = portfolioId;

    /// <summary>Whose.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>How many days before its day one is reminded of a deadline, once; 0 for not at all.</summary>
    public int DaysBefore { get; private set; } = UsualDays;

    /// <summary>Whether one is reminded on the day itself.</summary>
    public bool OnTheDay { get; private set; } = true;

    /// <summary>Whether one is reminded once it is late, and again each week.</summary>
    public bool WeeklyWhileLate { get; private set; } = true;

    /// <summary>Says it anew.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>: not 0 to <see cref="MostDays"/> days.</exception>
    public void Say(int daysBefore, bool onTheDay, bool weeklyWhileLate)
    {
        if (daysBefore is < 0 or > MostDays)
            throw ReminderRefusals.DaysOutOfRange.With("daysBefore", MostDays).At("daysBefore");
        (DaysBefore, OnTheDay, WeeklyWhileLate) = (daysBefore, onTheDay, weeklyWhileLate);
        Touch();
    }

    /// <summary>Whether people are to be reminded of a deadline today, and why. What was skipped while nothing ran is made up for by one reminder.</summary>
    /// <param name="dueOn">Its day.</param>
    /// <param name="neverLate">What takes its time is not late.</param>
    /// <param name="last">The day of the last reminder of it; null where there was none.</param>
    /// <param name="today">The day.</param>
    public ReminderReason? ReasonFor(DateOnly dueOn, bool neverLate, DateOnly? last, DateOnly today)
    {
        if (last >= today)
            return null;
        if (today < dueOn)
            return last is null && DaysBefore > 0 && today >= dueOn.AddDays(-DaysBefore)
                ? ReminderReason.Approaching
                : null;
        if (today == dueOn)
            return OnTheDay ? ReminderReason.Approaching : null;
        return
            WeeklyWhileLate
            && !neverLate
            && (last is not { } then || then <= dueOn || today.DayNumber - then.DayNumber >= DaysOfWeek)
            ? ReminderReason.Missed
            : null;
    }
}
