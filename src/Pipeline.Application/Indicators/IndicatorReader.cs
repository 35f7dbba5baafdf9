using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>Reads what portfolios ask for now, and in which units it was read.</summary>
public sealed class IndicatorReader(IPipelineDb db, DocumentStore documents)
{
    private static readonly IndicatorList Nothing = new([]);

    /// <summary>The list of a portfolio; null before the first one.</summary>
    public Task<Document<IndicatorList>?> FindAsync(Guid portfolioId, CancellationToken cancellationToken) =>
        documents.FindAsync<IndicatorList>(
            DocumentKey.OfPortfolio(DocumentKind.Indicators, portfolioId),
            cancellationToken
        );

    /// <summary>What a portfolio asks of the projects that it leads.</summary>
    public async Task<IndicatorList> OfAsync(Guid portfolioId, CancellationToken cancellationToken) =>
        (await FindAsync(portfolioId, cancellationToken))?.Terms ?? Nothing;

    /// <summary>By code, the units of the readings that stand of projects that a portfolio leads.</summary>
    public async Task<IReadOnlyDictionary<string, string>> UnitsInUseAsync(
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var entries = await db
            .FactEntries.AsNoTracking()
            .Where(f =>
                f.Kind == FactKind.IndicatorReading
                && db.Projects.Any(p => p.Id == f.ProjectId && p.LeadPortfolioId == portfolioId && p.VoidedAt == null)
            )
            .OrderBy(f => f.RecordedAt)
            .ToListAsync(cancellationToken);
        // Of two units, which a change of the lead can bring about, the newest is what the list is held against.
        var units = new Dictionary<string, string>();
        foreach (var reading in Fact<IndicatorReading>.Of(entries).Where(f => f.Stands))
            units[reading.Says.Indicator] = reading.Says.Unit;
        return units;
    }
}
