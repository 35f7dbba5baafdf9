using Pipeline.Domain.Common;

namespace Pipeline.Domain.Indicators;

/// <summary>What a portfolio makes of the values of its projects: a sum or nothing, and never a mean (ECO l.645-661).</summary>
public enum IndicatorTotal
{
    /// <summary>The values add up.</summary>
    [Label("Sum", "Somme")]
    Sum = 1,

    /// <summary>They do not, and are listed.</summary>
    [Label("None", "Aucun")]
    None,
}
