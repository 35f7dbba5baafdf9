namespace Pipeline.Application.Deadlines;

/// <summary>How a deadline stands today.</summary>
public enum DeadlineState
{
    /// <summary>Its day is still to come.</summary>
    Upcoming = 1,

    /// <summary>It is today, or what takes its time has reached it.</summary>
    Due,

    /// <summary>Its day has gone by.</summary>
    Late,
}
