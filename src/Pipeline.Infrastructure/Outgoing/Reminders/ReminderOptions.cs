using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Outgoing.Reminders;

/// <summary>How deadlines are looked at: <c>Pipeline:Reminders:*</c>.</summary>
public sealed class ReminderOptions
{
    // Once a day at least, or days are missed.
    private const int MostMinutes = 24 * 60;

    /// <summary>Minutes between two looks at a portfolio's deadlines; 0: this instance leaves them to others.</summary>
    public int Minutes { get; init; } = 60;

    /// <exception cref="SettingException">The number cannot be.</exception>
    public ReminderOptions Checked() =>
        Minutes is >= 0 and <= MostMinutes
            ? this
            : throw new SettingException($"Pipeline:Reminders:Minutes is a whole number from 0 to {MostMinutes}.");
}
