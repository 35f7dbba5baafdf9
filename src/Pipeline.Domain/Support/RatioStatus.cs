using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>How a ratio stands against its threshold.</summary>
public enum RatioStatus
{
    /// <summary>At or beyond the threshold, on the right side.</summary>
    [Label("Met", "Atteint")]
    Met = 1,

    /// <summary>Within 10 % of the threshold, relative.</summary>
    [Label("Near", "Proche")]
    Near,

    /// <summary>Further away.</summary>
    [Label("Missed", "Manqué")]
    Missed,
}
