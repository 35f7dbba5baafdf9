using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;

namespace Pipeline.Infrastructure.Persistence.Audit;

/// <summary>Puts changes at the end of the chain, within the transaction that makes them (docs/adr/0007).</summary>
internal static class AuditChainWriter
{
    private const string TakeHead = """UPDATE "AuditHeads" SET "Entries" = "Entries" WHERE "Id" = 1""";

    /// <summary>Takes the head (<see cref="TakeHeadAsync"/>) and reads it: one command for both, as EF would send two.</summary>
    public const string TakeAndReadHead =
        TakeHead + """; SELECT "Id", "Entries", "LastHash", "RecordedAt" FROM "AuditHeads" WHERE "Id" = 1""";

    /// <summary>
    /// Takes the head for this transaction: on a server its row is locked until the transaction ends, so that no two take the same place; on SQLite the
    /// transaction is alone anyhow. Changes nothing by itself.
    /// </summary>
    public static Task TakeHeadAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(TakeHead, cancellationToken);

    /// <summary>Adds the entries and the head to what is about to be saved.</summary>
    /// <returns>The instant that it is all recorded at, and what was added, to be forgotten once it is saved.</returns>
    public static async Task<(DateTimeOffset RecordedAt, IReadOnlyList<object> Appended)> AppendAsync(
        PipelineDbContext db,
        IReadOnlyList<AuditChange> changes,
        ICaller caller,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (head, entries) = await LinkAsync(db, changes, caller, now, cancellationToken);
        db.AuditEntries.AddRange(entries);
        db.Entry(head).DetectChanges();
        return (head.RecordedAt, [head, .. entries]);
    }

    /// <summary>Puts the head, which this transaction has taken, at its new place by itself: saving would write what else is tracked.</summary>
    public static Task MoveHeadAsync(PipelineDbContext db, AuditHead head, CancellationToken cancellationToken) =>
        db.AuditHeads.ExecuteUpdateAsync(
            set =>
                set.SetProperty(h => h.Entries, head.Entries)
                    .SetProperty(h => h.LastHash, head.LastHash)
                    .SetProperty(h => h.RecordedAt, head.RecordedAt),
            cancellationToken
        );

    /// <summary>Takes the head and gives the changes their places behind it; the head is tracked; the caller writes it together with the entries.</summary>
    public static async Task<(AuditHead Head, IReadOnlyList<AuditEntry> Entries)> LinkAsync(
        PipelineDbContext db,
        IReadOnlyList<AuditChange> changes,
        ICaller caller,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // The head before any row of the change: whoever waits, waits here and holds nothing that the other one needs.
        var head = await db.AuditHeads.FromSqlRaw(TakeAndReadHead).AsAsyncEnumerable().FirstAsync(cancellationToken);
        var requestId = caller.RequestId is { Length: > AuditEntry.RequestIdLength } longer
            ? longer[..AuditEntry.RequestIdLength]
            : caller.RequestId;
        var origin = new AuditOrigin(caller.UserId, requestId, head.Record(now));
        return (head, changes.Select(change => head.Append(origin, change)).ToList());
    }
}
