using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>What a reading found.</summary>
public enum ImpactOutcome
{
    /// <summary>The impact is there.</summary>
    [Label("Confirmed", "Confirmé")]
    Confirmed = 1,

    /// <summary>Part of it is there.</summary>
    [Label("Partly", "En partie")]
    Partly,

    /// <summary>Nothing of it is seen.</summary>
    [Label("Not seen", "Non constaté")]
    NotSeen,

    /// <summary>The opposite is there; this product's own.</summary>
    [Label("Contrary", "Contraire")]
    Contrary,
}
