using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>Where a cohort stands on a day: its dates say it, nobody sets it.</summary>
public enum CohortState
{
    /// <summary>Before its first day: territories are chosen.</summary>
    [Label("Preparing", "En préparation")]
    Preparing = 1,

    /// <summary>From its first day until its last session.</summary>
    [Label("Running", "En cours")]
    Running,

    /// <summary>After its last session, until it is closed.</summary>
    [Label("Evaluating", "En évaluation")]
    Evaluating,

    /// <summary>Closed.</summary>
    [Label("Closed", "Clôturée")]
    Closed,
}
