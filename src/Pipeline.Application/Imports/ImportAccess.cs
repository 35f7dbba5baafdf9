using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>Opens imports to the managers of their portfolios, and to finance to read: the ledgers that came so are theirs to defend.</summary>
internal sealed class ImportAccess(IPipelineDb db, Scope scope)
{
    /// <summary>An import without its rows, to be read.</summary>
    /// <exception cref="NotFoundException">There is none, or not for the caller.</exception>
    /// <exception cref="ForbiddenException"><c>ledgers_not_permitted</c>.</exception>
    public async Task<Import> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var import = await FindAsync(id, cancellationToken);
        (await scope.InPortfolioAsync(import.PortfolioId, cancellationToken)).RequireLedgers();
        return import;
    }

    /// <summary>The same, to be changed.</summary>
    /// <exception cref="NotFoundException">There is none, or not for the caller.</exception>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public async Task<Import> ManageAsync(Guid id, CancellationToken cancellationToken)
    {
        var import = await FindAsync(id, cancellationToken);
        (await scope.InPortfolioAsync(import.PortfolioId, cancellationToken)).RequireManager();
        return import;
    }

    private async Task<Import> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db
            .Imports.Include(i => i.Reversal)
            .FirstOrDefaultAsync(i => i.Id == id && scope.Portfolios.Any(p => p.Id == i.PortfolioId), cancellationToken)
        ?? throw NotFoundException.Of("import", "import");
}
