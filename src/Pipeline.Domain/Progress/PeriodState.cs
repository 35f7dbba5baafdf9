using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>How a period of a project stands on a day.</summary>
public enum PeriodState
{
    /// <summary>It still runs.</summary>
    [Label("Upcoming", "À venir")]
    Upcoming = 1,

    /// <summary>It is over, and its report is waited for.</summary>
    [Label("Due", "Attendu")]
    Due,

    /// <summary>The day by which its report was wanted has gone by.</summary>
    [Label("Late", "En retard")]
    Late,

    /// <summary>Its report, or a correction of it, waits for an answer.</summary>
    [Label("Submitted", "Remis")]
    Submitted,

    /// <summary>Its report is accepted.</summary>
    [Label("Accepted", "Accepté")]
    Accepted,

    /// <summary>No report is wanted.</summary>
    [Label("Excused", "Dispensé")]
    Excused,
}
