using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Closings;

/// <summary>Closings as they are read: by everybody who reads the portfolio's dashboard.</summary>
public sealed class ClosingAccess(IPipelineDb db, Scope scope)
{
    /// <summary>Those of a portfolio.</summary>
    /// <exception cref="NotFoundException">The portfolio is absent or out of scope.</exception>
    public async Task<IQueryable<Closing>> InAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(portfolioId, cancellationToken);
        return db.Closings.AsNoTracking().Where(c => c.PortfolioId == portfolioId);
    }

    /// <summary>One of them, with its files but for their bytes.</summary>
    /// <exception cref="NotFoundException">The portfolio or the closing is absent or out of scope.</exception>
    public async Task<Closing> FindAsync(Guid portfolioId, Guid closingId, CancellationToken cancellationToken) =>
        await (await InAsync(portfolioId, cancellationToken))
            .Include(c => c.Files)
            .FirstOrDefaultAsync(c => c.Id == closingId, cancellationToken)
        ?? throw NotFoundException.Of("closing", "arrêté");

    /// <summary>The bytes of one of its files.</summary>
    public Task<byte[]> BytesAsync(ClosingFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return db
            .ClosingFileContents.Where(c => c.FileId == file.Id)
            .Select(c => c.Bytes)
            .FirstAsync(cancellationToken);
    }
}
