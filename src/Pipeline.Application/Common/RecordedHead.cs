using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Audit;

namespace Pipeline.Application.Common;

/// <summary>The end of all that is recorded.</summary>
public static class RecordedHead
{
    private static readonly Func<IPipelineDb, int, IAsyncEnumerable<AuditHead>> Head = Compiled.Query(
        (DbContext db, int id) => db.Set<AuditHead>().AsNoTracking().Where(h => h.Id == id)
    );

    /// <summary>As it is in the caller's snapshot, or in the transaction that the caller writes in.</summary>
    public static async Task<AuditHead> ReadAsync(IPipelineDb db, CancellationToken cancellationToken) =>
        await Head(db, AuditHead.TheOne).FirstAsync(cancellationToken);
}
