using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

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

    /// <summary>With other ones.</summary>
    public LeverTotals And(LeverTotals others) =>
        new(CapacityBuilding + others.CapacityBuilding, Evaluation + others.Evaluation, checked(Total + others.Total));

    /// <summary>The share of one kind.</summary>
    public Ratio Of(RatioKind kind) => new(kind == RatioKind.CapacityBuilding ? CapacityBuilding : Evaluation, Total);
}
