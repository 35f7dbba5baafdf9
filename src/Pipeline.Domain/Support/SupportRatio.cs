using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>How a ratio stands against its threshold.</summary>
public enum RatioStatus
{
    /// <summary>At or beyond the threshold, on the right side.</summary>
    Met = 1,

    /// <summary>Within 10 % of the threshold, relative.</summary>
    Near,

    /// <summary>Further away.</summary>
    Missed,
}

/// <summary>The money behind both ratios, by what it counts as (RC 5-2). All in cents.</summary>
/// <param name="CapacityBuilding">Expertise and networks, strategy and governance.</param>
/// <param name="Evaluation">Evaluation.</param>
/// <param name="Total">All four levers.</param>
public readonly record struct LeverTotals(long CapacityBuilding, long Evaluation, long Total)
{
    /// <summary>Sums amounts by lever.</summary>
    public static LeverTotals Of(IEnumerable<(Lever Lever, long Cents)> amounts)
    {
        var totals = default(LeverTotals);
        foreach (var (lever, cents) in amounts)
            totals = totals.And(lever, cents);
        return totals;
    }

    /// <summary>With one more amount.</summary>
    public LeverTotals And(Lever lever, long cents) =>
        new(
            CapacityBuilding + (lever.IsCapacityBuilding() ? cents : 0),
            Evaluation + (lever == Lever.Evaluation ? cents : 0),
            checked(Total + cents)
        );

    /// <summary>The share of one kind.</summary>
    public Ratio Of(RatioKind kind) => new(kind == RatioKind.CapacityBuilding ? CapacityBuilding : Evaluation, Total);
}

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
