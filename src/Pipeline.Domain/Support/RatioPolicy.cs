using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>Judges ratios. Decided on the exact fraction, never on the four decimals that are shown.</summary>
public static class RatioPolicy
{
    /// <summary>How far from the threshold still counts as near, relative to it: a default of this product, where a portfolio says nothing else.</summary>
    public const decimal NearBand = 0.10m;

    /// <summary>Capacity building has to reach the threshold, evaluation must not pass it; null when the ratio is undefined.</summary>
    /// <param name="nearBand">How far from it still counts as near, relative to it, 0 to 1.</param>
    public static RatioStatus? StatusOf(RatioKind kind, Ratio ratio, decimal threshold, decimal nearBand = NearBand)
    {
        if (!ratio.IsDefined)
            return null;
        var (met, near) =
            kind == RatioKind.CapacityBuilding
                ? (ratio.Exact >= threshold, ratio.Exact >= NearBound(kind, threshold, nearBand))
                : (ratio.Exact <= threshold, ratio.Exact <= NearBound(kind, threshold, nearBand));
        return met ? RatioStatus.Met
            : near ? RatioStatus.Near
            : RatioStatus.Missed;
    }

    /// <summary>The last share that is near.</summary>
    /// <param name="nearBand">How far from the threshold it is, relative to it, 0 to 1.</param>
    public static decimal NearBound(RatioKind kind, decimal threshold, decimal nearBand) =>
        threshold * (kind == RatioKind.CapacityBuilding ? 1 - nearBand : 1 + nearBand);
}
