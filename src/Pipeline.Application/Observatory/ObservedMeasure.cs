using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;

namespace Pipeline.Application.Observatory;

/// <summary>What one source says of one domain in one year through the same eyes: its lowest and its highest, and no mean, since fragilities are not averaged (ECO l.163-174).</summary>
/// <param name="Regions">How many regions have a value.</param>
public sealed record ObservedMeasure(
    string Domain,
    int Year,
    Viewpoint Viewpoint,
    string ViewpointLabel,
    string Source,
    string Unit,
    int Regions,
    ObservedExtreme Lowest,
    ObservedExtreme Highest
)
{
    /// <summary>The place of a value; null in between, and where all regions have the same: then none is the lowest or the highest.</summary>
    public ObservedPlace? PlaceOf(decimal? value) =>
        Lowest.Value == Highest.Value ? null
        : value == Lowest.Value ? ObservedPlace.Lowest
        : value == Highest.Value ? ObservedPlace.Highest
        : null;

    /// <summary>Whether a value is of this measure: two sources or units of one viewpoint are two.</summary>
    public bool Has(ObservedValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return (value.Viewpoint, value.Source, value.Unit, value.Year) == (Viewpoint, Source, Unit, Year);
    }

    /// <summary>The measures of observations: by domain, the newest year first, objective before perceived.</summary>
    internal static IReadOnlyList<ObservedMeasure> Of(IEnumerable<Observation> observations, Language language) =>
        [
            .. observations
                .GroupBy(o => (o.Domain, o.Year, o.Viewpoint, o.Source, o.Unit))
                .OrderBy(g => g.Key.Domain, StringComparer.Ordinal)
                .ThenByDescending(g => g.Key.Year)
                .ThenBy(g => g.Key.Viewpoint)
                .ThenBy(g => g.Key.Source, StringComparer.Ordinal)
                .Select(g => new ObservedMeasure(
                    g.Key.Domain,
                    g.Key.Year,
                    g.Key.Viewpoint,
                    Labels.Of(g.Key.Viewpoint).In(language),
                    g.Key.Source,
                    g.Key.Unit,
                    g.Count(),
                    ObservedExtreme.Of(g, g.Min(o => o.Value)),
                    ObservedExtreme.Of(g, g.Max(o => o.Value))
                )),
        ];
}

/// <summary>The lowest or the highest value, and every region that has it.</summary>
public sealed record ObservedExtreme(decimal Value, IReadOnlyList<string> Regions)
{
    internal static ObservedExtreme Of(IEnumerable<Observation> observations, decimal value) =>
        new(value, [.. observations.Where(o => o.Value == value).Select(o => o.Region)]);
}
