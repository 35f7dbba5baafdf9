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
    /// <summary>The connection that it has of the pool, from when it first asks to when it ends.</summary>
    internal KeptConnection? Kept { get; set; }

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
}
