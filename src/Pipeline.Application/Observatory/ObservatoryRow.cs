using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Observatory;

/// <summary>A value of a region in a domain, with the portfolio's money there, as the workbook has it.</summary>
/// <param name="Place">Lowest or highest of its measure; null where it is neither.</param>
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
    string Citation,
    long Committed,
    long Delivered,
    int Projects
)
{
    /// <summary>A line a value of a region; no line sums regions up.</summary>
    public static IEnumerable<ObservatoryRow> Of(PortfolioObservatoryReply observatory) =>
        observatory.Domains.SelectMany(OfDomain);

    private static IEnumerable<ObservatoryRow> OfDomain(ObservedDomain domain) =>
        from region in domain.Regions
        from value in region.Values
        select new ObservatoryRow(
            Domains.Find(domain.Domain)!.Label,
            Regions.Find(region.Region)!.Label,
            value.Year,
            Labels.Of(value.Viewpoint),
            value.Value,
            value.Unit,
            domain.Measures.First(m => m.Has(value)).PlaceOf(value.Value) is { } place ? Labels.Of(place) : null,
            value.Rank,
            value.SampleSize,
            value.Source,
            value.Citation,
            region.Committed.InCents(),
            region.Delivered.InCents(),
            region.Projects
        );
}
