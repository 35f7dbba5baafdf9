using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>The files that were taken into a portfolio, the latest first unless asked otherwise; its managers and finance.</summary>
/// <param name="Q">Part of a file's name, case and accents aside.</param>
/// <param name="Sort"><c>recordedAt</c>, <c>fileName</c>; a minus in front turns it round.</param>
public sealed record ListImports(Guid PortfolioId, PageOf Page, string? Q = null, string? Sort = null)
    : IQuery<Paged<ImportReply>>,
        IRefusing
{
    /// <summary>The orders that can be asked for.</summary>
    public static readonly string[] Sorts = ["recordedAt", "fileName"];

    /// <summary>The order where none is asked for.</summary>
    public const string LatestFirst = "-recordedAt";

    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted, ListRefusals.UnknownSort];
}

internal sealed class ListImportsHandler(IPipelineDb db, Scope scope, IUserDirectory users)
    : IRequestHandler<ListImports, Paged<ImportReply>>
{
    public async Task<Paged<ImportReply>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireLedgers();
        var currency = await db.CurrencyOfAsync(request.PortfolioId, cancellationToken);
        var order = SortOrder.Read(request.Sort ?? ListImports.LatestFirst, ListImports.Sorts);
        var imports = db
            .Imports.AsNoTracking()
            .Include(i => i.Reversal)
            .Where(i => i.PortfolioId == request.PortfolioId);
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            // As names are found elsewhere; the imports of a portfolio are few, and hold no folded name.
            var part = Folded.Of(request.Q.Trim());
            var files = await imports.Select(i => new { i.Id, i.FileName }).ToListAsync(cancellationToken);
            var found = files
                .Where(f => Folded.Of(f.FileName).Contains(part, StringComparison.Ordinal))
                .Select(f => f.Id)
                .ToList();
            imports = imports.Where(i => found.Contains(i.Id));
        }
        var page = await (
            order switch
            {
                { Name: "fileName", Down: true } => imports
                    .OrderByDescending(i => i.FileName)
                    .ThenByDescending(i => i.Id),
                { Name: "fileName" } => imports.OrderBy(i => i.FileName).ThenBy(i => i.Id),
                { Down: true } => imports.OrderByDescending(i => i.RecordedAt).ThenByDescending(i => i.Id),
                _ => imports.OrderBy(i => i.RecordedAt).ThenBy(i => i.Id),
            }
        ).ToPageAsync(request.Page, cancellationToken);
        var names = await users.NamesAsync(page.Items.SelectMany(ImportReply.People), cancellationToken);
        return page.Select(i => ImportReply.Of(i, currency, names));
    }
}
