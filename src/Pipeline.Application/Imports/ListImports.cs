using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>The files that were taken into a portfolio, the latest first; its managers and finance.</summary>
public sealed record ListImports(Guid PortfolioId, PageOf Page) : IQuery<Paged<ImportReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted];
}

internal sealed class ListImportsHandler(IPipelineDb db, Scope scope, IUserDirectory users)
    : IRequestHandler<ListImports, Paged<ImportReply>>
{
    public async Task<Paged<ImportReply>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireLedgers();
        var currency = await db.CurrencyOfAsync(request.PortfolioId, cancellationToken);
        var page = await db
            .Imports.AsNoTracking()
            .Include(i => i.Reversal)
            .Where(i => i.PortfolioId == request.PortfolioId)
            .OrderByDescending(i => i.RecordedAt)
            .ThenByDescending(i => i.Id)
            .ToPageAsync(request.Page, cancellationToken);
        var names = await users.NamesAsync(page.Items.SelectMany(ImportReply.People), cancellationToken);
        return page.Select(i => ImportReply.Of(i, currency, names));
    }
}
