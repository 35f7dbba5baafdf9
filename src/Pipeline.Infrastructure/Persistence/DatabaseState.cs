using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Pipeline.Application.Operations;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>How the database is, as it says itself.</summary>
internal sealed class DatabaseState(PipelineDbContext db, OutboxStore outbox) : IDatabaseState
{
    public async Task<DatabaseReply> ReadAsync(CancellationToken cancellationToken)
    {
        var (version, bytes) = await AskAsync(cancellationToken);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var missing = await DatabaseStart.PendingAsync(db, cancellationToken);
        return new(db.Provider.Name, version, bytes, applied.LastOrDefault() ?? "", missing.Count);
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

    // Past EF: a statement of each database's own, which no other would take.
    private async Task<(string Version, long Bytes)> AskAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var command = connection.CreateCommand();
            command.CommandText = db.Provider.SizeSql;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var bytes = await command.ExecuteScalarAsync(cancellationToken);
            return (connection.ServerVersion, Convert.ToInt64(bytes, CultureInfo.InvariantCulture));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
