using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>Judges ratios. Decided on the exact fraction, never on the four decimals that are shown.</summary>
public static class RatioPolicy
{
    /// <summary>How far from the threshold still counts as near, relative to it.</summary>
    public const decimal NearBand = 0.10m;

    /// <summary>Capacity building has to reach the threshold, evaluation must not pass it; null when the ratio is undefined.</summary>
    public static RatioStatus? StatusOf(RatioKind kind, Ratio ratio, decimal threshold)
    {
        if (!ratio.IsDefined)
            return null;
        var (met, near) =
            kind == RatioKind.CapacityBuilding
                ? (ratio.Exact >= threshold, ratio.Exact >= threshold * (1 - NearBand))
                : (ratio.Exact <= threshold, ratio.Exact <= threshold * (1 + NearBand));
        return met ? RatioStatus.Met
            : near ? RatioStatus.Near
            : RatioStatus.Missed;
    }
}
