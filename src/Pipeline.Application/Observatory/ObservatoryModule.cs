using Pipeline.Application.Ledgers;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Observatory;

/// <summary>The observatory's sheet: what is known, region by region, beside the portfolio's money. No line sums regions up.</summary>
internal sealed class ObservatoryModule : IModule
{
    private static readonly Text Lowest = new("lowest", "le plus bas"),
        Highest = new("highest", "le plus haut");

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        if (records is not { PortfolioId: { } portfolioId, Then: AsOfView view })
            return [];
        var reply = await PortfolioObservatory.ReadAsync(
            view,
            portfolioId,
            domain: null,
            year: null,
            Language.En,
            cancellationToken
        );
        return [ModuleSheet.Of(reply.Domains.SelectMany(Rows))];
    }

    private static IEnumerable<ObservatoryRow> Rows(ObservedDomain domain) =>
        from region in domain.Regions
        from value in region.Values
        select new ObservatoryRow(
            Domains.Find(domain.Domain)!.Label,
            Regions.Find(region.Region)!.Label,
            domain.Year,
            Labels.Of(value.Viewpoint),
            value.Value,
            value.Unit,
            Place(domain, value),
            value.Rank,
            value.SampleSize,
            value.Source,
            (long)(region.Committed.Amount * 100),
            (long)(region.Delivered.Amount * 100),
            region.Projects
        );

    private static Text? Place(ObservedDomain domain, ObservedValue value)
    {
        var measure = domain.Measures.First(m =>
            (m.Viewpoint, m.Source, m.Unit) == (value.Viewpoint, value.Source, value.Unit)
        );
        return value.Value == measure.Lowest.Value ? Lowest
            : value.Value == measure.Highest.Value ? Highest
            : null;
    }
}
