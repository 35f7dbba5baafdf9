using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Observatory;

/// <summary>A value of a region in a domain, with the portfolio's money there, as the workbook has it.</summary>
/// <param name="Place">Lowest or highest of its measure; null in between.</param>
/// <param name="Committed">Cents.</param>
/// <param name="Delivered">Cents.</param>
public sealed record ObservatoryRow(
    Text Domain,
    Text Region,
    int Year,
    Text Viewpoint,
    decimal Value,
    string Unit,
    Text? Place,
    int? Rank,
    int? SampleSize,
    string Source,
    long Committed,
    long Delivered,
    int Projects
)
{
    private static readonly Text Lowest = new("lowest", "le plus bas"),
        Highest = new("highest", "le plus haut");

    /// <summary>A line a value of a region; no line sums regions up.</summary>
    public static IEnumerable<ObservatoryRow> Of(PortfolioObservatoryReply observatory) =>
        observatory.Domains.SelectMany(OfDomain);

    private static IEnumerable<ObservatoryRow> OfDomain(ObservedDomain domain) =>
        from region in domain.Regions
        from value in region.Values
        select new ObservatoryRow(
            Domains.Find(domain.Domain)!.Label,
            Regions.Find(region.Region)!.Label,
            domain.Year,
            Labels.Of(value.Viewpoint),
            value.Value,
            value.Unit,
            PlaceOf(domain, value),
            value.Rank,
            value.SampleSize,
            value.Source,
            (long)(region.Committed.Amount * 100),
            (long)(region.Delivered.Amount * 100),
            region.Projects
        );

    private static Text? PlaceOf(ObservedDomain domain, ObservedValue value)
    {
        var measure = domain.Measures.First(m =>
            (m.Viewpoint, m.Source, m.Unit) == (value.Viewpoint, value.Source, value.Unit)
        );
        return value.Value == measure.Lowest.Value ? Lowest
            : value.Value == measure.Highest.Value ? Highest
            : null;
    }
}
