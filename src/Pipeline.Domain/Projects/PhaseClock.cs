namespace Pipeline.Domain.Projects;

/// <summary>
/// Time in phase without holds, as two dates: a resume moves <see cref="From"/> on by the length of the hold, so the days of a stay are one
/// subtraction, here and in a query alike. A stay begins with the phase, or with a reopening.
/// </summary>
/// <param name="PhaseSince">The day the phase was entered.</param>
/// <param name="From">The day from which an uninterrupted stay would have lasted as long.</param>
/// <param name="PausedOn">The day the clock stopped; null while it runs.</param>
public sealed record PhaseClock(DateOnly PhaseSince, DateOnly From, DateOnly? PausedOn)
{
    /// <summary>A stay that begins with its phase.</summary>
    public static PhaseClock Start(DateOnly on) => new(on, on, null);

    /// <summary>
    /// The first stay where nothing but an advance ended it: the days since the project's beginning, which may have been moved since the advance was recorded.
    /// </summary>
    /// <returns>Null for any other stay: what was recorded stands.</returns>
    public static int? StayOf(int sequence, Trigger trigger, DateOnly startedOn, DateOnly effectiveOn) =>
        (sequence, trigger) == (1, Trigger.Advance) ? effectiveOn.DayNumber - startedOn.DayNumber : null;

    /// <summary>Whole days in the stay until a day, holds left out.</summary>
    public int DaysUntil(DateOnly day) => (PausedOn ?? day).DayNumber - From.DayNumber;

    /// <summary>The clock after a move.</summary>
    public PhaseClock After(Trigger trigger, DateOnly on) =>
        trigger switch
        {
            Trigger.Advance or Trigger.StepBack => Start(on),
            Trigger.Hold => this with { PausedOn = on },
            Trigger.Resume => this with
            {
                From = From.AddDays(on.DayNumber - (PausedOn ?? on).DayNumber),
                PausedOn = null,
            },
            Trigger.Stop or Trigger.Adopt => this with { PausedOn = PausedOn ?? on },
            Trigger.Reopen => this with { From = on, PausedOn = null },
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
        };
}
