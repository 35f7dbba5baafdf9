using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>On an SQLite file, the default.</summary>
public sealed class SqlitePipelineDbContext(
    DbContextOptions<SqlitePipelineDbContext> options,
    ICaller? caller = null,
    TimeProvider? time = null,
    OutboxSignal? signal = null
) : PipelineDbContext(options, caller, time, signal)
{
    /// <summary>The connection that it has had from the pool, if any.</summary>
    internal DbConnection? Taken { get; set; }

    /// <inheritdoc />
    public override IDatabaseProvider Provider => SqliteProvider.Instance;

    /// <inheritdoc />
    internal override string TakeFromOutbox(OutboxShare share) =>
        $"""
            UPDATE "Outbox" SET {OutboxStore.Taken} WHERE "Sequence" IN (
                SELECT o."Sequence" FROM "Outbox" o WHERE {OutboxStore.Due} AND {share.Which} ORDER BY {OutboxStore.Order} LIMIT {share.Most})
            """;

    /// <inheritdoc />
    public override IPipelineDb OpenSecondConnection() => new SqlitePipelineDbContext(options);

    /// <inheritdoc />
    public override void Dispose()
    {
        try
        {
            GiveBack();
        }
        finally
        {
            base.Dispose();
        }
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        try
        {
            GiveBack();
        }
        finally
        {
            await base.DisposeAsync();
        }
    }

    // A scope knows its context under several types, and ends it once for each.
    private void GiveBack()
    {
        if (Taken is { } connection)
            SqlitePool.GiveBack(connection);
        Taken = null;
    }
}
