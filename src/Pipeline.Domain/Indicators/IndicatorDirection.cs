using Pipeline.Domain.Common;

namespace Pipeline.Domain.Indicators;

/// <summary>Which way is better.</summary>
public enum IndicatorDirection
{
    /// <summary>More is better.</summary>
    [Label("Up", "À la hausse")]
    Up = 1,

    /// <summary>Less is better.</summary>
    [Label("Down", "À la baisse")]
    Down,
}
