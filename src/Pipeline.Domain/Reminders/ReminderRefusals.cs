using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reminders;

/// <summary>What reminders refuse.</summary>
public static class ReminderRefusals
{
    public static readonly Refusal DaysOutOfRange = CommonRefusals.TooEarly.Saying(
        new("{0} is a whole number from 0 to {1}.", "{0} est un nombre entier de 0 à {1}.")
    );
}
