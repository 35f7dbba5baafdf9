using Pipeline.Application.Ledgers;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Observatory;

/// <summary>The observatory's sheet: what is known, region by region, beside the portfolio's money. No line sums regions up.</summary>
internal sealed class ObservatoryModule : IModule
{
    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        // A portfolio without projects has nothing to hold beside what is observed.
        if (records is not { PortfolioId: { } portfolioId, Then: AsOfView view, Projects.Count: > 0 })
            return [];
        var reply = await PortfolioObservatory.ReadAsync(
            view,
            portfolioId,
            domain: null,
            year: null,
            Language.En,
            cancellationToken
        );
        // Nor has one that is nowhere among them.
        return reply
            .Domains.SelectMany(d => d.Regions)
            .Any(r => r.Projects > 0 || r.Committed.Amount != 0 || r.Delivered.Amount != 0)
            ? [ModuleSheet.Of(ObservatoryRow.Of(reply))]
            : [];
    }
}
