using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>The five territorial levels an action can have (ECO).</summary>
public enum TerritorialLevel
{
    /// <summary>A municipality, a quarter, a living area (ECO).</summary>
    [Label("Local")]
    Local = 1,

    /// <summary>A region (ECO).</summary>
    [Label("Regional", "Régional")]
    Regional,

    /// <summary>A whole country (ECO).</summary>
    [Label("National")]
    National,

    /// <summary>Several European countries (ECO).</summary>
    [Label("European", "Européen")]
    European,

    /// <summary>Beyond Europe (ECO).</summary>
    [Label("International")]
    International,
}
