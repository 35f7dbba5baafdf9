using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>Three kinds of impact, each with a time scale of its own (ECO).</summary>
public enum ImpactKind
{
    /// <summary>Performance: shows within 18 months (ECO).</summary>
    [Label("Performance")]
    Performance = 1,

    /// <summary>Innovation: shows over a cycle of 7 years (ECO).</summary>
    [Label("Innovation")]
    Innovation,

    /// <summary>Confiance: shows over 28 years (ECO).</summary>
    [Label("Trust", "Confiance")]
    Trust,
}
