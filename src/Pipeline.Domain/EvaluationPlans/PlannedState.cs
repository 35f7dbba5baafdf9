using Pipeline.Domain.Common;

namespace Pipeline.Domain.EvaluationPlans;

/// <summary>Where a planned evaluation stands on a day.</summary>
public enum PlannedState
{
    /// <summary>Its day is not near.</summary>
    [Label("Planned", "Prévue")]
    Planned = 1,

    /// <summary>Its day is near, or has come.</summary>
    [Label("Due", "À mener")]
    Due,

    /// <summary>Its day has gone by.</summary>
    [Label("Late", "En retard")]
    Late,

    /// <summary>An evaluation names it.</summary>
    [Label("Done", "Menée")]
    Done,

    /// <summary>It will not be done.</summary>
    [Label("Cancelled", "Annulée")]
    Cancelled,
}
