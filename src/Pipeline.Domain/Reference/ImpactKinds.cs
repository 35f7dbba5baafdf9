namespace Pipeline.Domain.Reference;

/// <summary>The time scales of the kinds of impact (ECO).</summary>
public static class ImpactKinds
{
    /// <summary>The time scale in months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static int Months(this ImpactKind kind) =>
        kind switch
        {
            ImpactKind.Performance => 18,
            ImpactKind.Innovation => 7 * 12,
            ImpactKind.Trust => 28 * 12,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
