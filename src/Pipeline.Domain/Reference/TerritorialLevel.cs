namespace Pipeline.Domain.Reference;

/// <summary>The five territorial levels an action can have (ECO).</summary>
public enum TerritorialLevel
{
    /// <summary>A municipality, a quarter, a living area (ECO).</summary>
    Local = 1,

    /// <summary>A region (ECO).</summary>
    Regional,

    /// <summary>A whole country (ECO).</summary>
    National,

    /// <summary>Several European countries (ECO).</summary>
    European,

    /// <summary>Beyond Europe (ECO).</summary>
    International,
}
