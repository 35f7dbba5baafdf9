using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>The two ratios that are watched (RC 5-2).</summary>
public enum RatioKind
{
    /// <summary>Expertise, networks, strategy and governance over all four levers; wanted at or above a target (RC 5-2).</summary>
    [Label("Capacity-building share", "Part de renforcement des capacités")]
    CapacityBuilding = 1,

    /// <summary>Evaluation over all four levers; wanted at or below a ceiling (RC 5-2).</summary>
    [Label("Evaluation share", "Part d'évaluation")]
    Evaluation,
}
