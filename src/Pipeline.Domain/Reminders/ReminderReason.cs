namespace Pipeline.Domain.Reminders;

/// <summary>Why somebody is reminded of a deadline.</summary>
public enum ReminderReason
{
    /// <summary>It is to come, or today.</summary>
    Approaching = 1,

    /// <summary>Its day has gone by.</summary>
    Missed,
}
