using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Impacts;

/// <summary>When an impact can be judged, and what it can be about.</summary>
public static class ImpactClock
{
    private const int Season = 7 * 12;

    /// <summary>
    /// Months from its beginning, the first horizon first: what its kind takes (<see cref="ImpactKinds"/>), and for trust each of four seasons of 7 years
    /// (ECO l.372-375).
    /// </summary>
    public static IReadOnlyList<int> Horizons(ImpactKind kind) =>
        kind == ImpactKind.Trust
            ? [.. Enumerable.Range(1, kind.Months() / Season).Select(season => season * Season)]
            : [kind.Months()];

    /// <summary>The facets that a kind has (RC l.84-118).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static IReadOnlyList<ImpactFacet> Facets(ImpactKind kind) =>
        kind switch
        {
            ImpactKind.Performance =>
            [
                ImpactFacet.EconomicActors,
                ImpactFacet.GeneralInterestBodies,
                ImpactFacet.PublicActors,
            ],
            ImpactKind.Innovation => [ImpactFacet.Territorial, ImpactFacet.Societal],
            ImpactKind.Trust => [ImpactFacet.People, ImpactFacet.Territories],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
