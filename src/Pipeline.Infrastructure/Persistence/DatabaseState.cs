using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Operations;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>How the database is, as it says itself.</summary>
internal sealed class DatabaseState(PipelineDbContext db, OutboxStore outbox) : IDatabaseState
{
    public async Task<DatabaseReply> ReadAsync(CancellationToken cancellationToken)
    {
        var bytes = (await db.Database.SqlQueryRaw<long>(db.Provider.SizeSql).ToListAsync(cancellationToken)).Single();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var missing = await DatabaseStart.PendingAsync(db, cancellationToken);
        return new(
            db.Provider.Name,
            await VersionAsync(cancellationToken),
            bytes,
            applied.LastOrDefault() ?? "",
            missing.Count
        );
    }

    public async Task<QueueReply> EventsAsync(CancellationToken cancellationToken)
    {
        var waiting = db.Outbox.Where(m => m.Status == OutboxStatus.Pending);
        return new(
            await waiting.CountAsync(cancellationToken),
            await waiting.CountAsync(m => m.Attempts > 0, cancellationToken),
            await db.Outbox.CountAsync(m => m.Status == OutboxStatus.Failed, cancellationToken),
            await waiting.MinAsync(m => (DateTimeOffset?)m.DueAt, cancellationToken)
        );
    }

    public Task<int> SendEventsAgainAsync(CancellationToken cancellationToken) =>
        outbox.SendAgainAsync(null, cancellationToken);

    private async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return db.Database.GetDbConnection().ServerVersion;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
