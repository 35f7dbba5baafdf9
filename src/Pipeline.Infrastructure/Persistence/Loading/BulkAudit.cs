using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Infrastructure.Persistence.Audit;

namespace Pipeline.Infrastructure.Persistence.Loading;

/// <summary>Says in the audit, in one entry, what <see cref="BulkInsert"/> wrote (docs/adr/0011).</summary>
public static class BulkAudit
{
    /// <summary>Appends the entry within the transaction of the rows.</summary>
    public static async Task SayAsync(
        PipelineDbContext db,
        AuditChange change,
        ICaller caller,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await AuditChainWriter.AppendAsync(db, [change], caller, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
