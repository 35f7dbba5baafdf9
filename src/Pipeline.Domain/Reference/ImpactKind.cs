namespace Pipeline.Domain.Reference;

/// <summary>Three kinds of impact, each with a time scale of its own (ECO).</summary>
public enum ImpactKind
{
    /// <summary>Performance: shows within 18 months (ECO).</summary>
    Performance = 1,

    /// <summary>Innovation: shows over a cycle of 7 years (ECO).</summary>
    Innovation,

    /// <summary>Confiance: shows over 28 years (ECO).</summary>
    Trust,
}

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
