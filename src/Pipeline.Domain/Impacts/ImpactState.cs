using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>Where an impact stands on a day. Too early is never a failure (CT l.1015-1024).</summary>
public enum ImpactState
{
    /// <summary>Its horizon has not come.</summary>
    [Label("Too early", "Trop tôt")]
    TooEarly = 1,

    /// <summary>Its horizon has passed, and nobody has looked since.</summary>
    [Label("Due", "À constater")]
    Due,

    /// <summary>Somebody has looked since its horizon.</summary>
    [Label("Read", "Constaté")]
    Read,
}
