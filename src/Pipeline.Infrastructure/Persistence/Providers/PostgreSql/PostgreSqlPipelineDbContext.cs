using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlPipelineDbContext(
    DbContextOptions<PostgreSqlPipelineDbContext> options,
    ICaller? caller = null,
    TimeProvider? time = null,
    OutboxSignal? signal = null
) : PipelineDbContext(options, caller, time, signal)
{
    /// <inheritdoc />
    public override IDatabaseProvider Provider => PostgreSqlProvider.Instance;

    /// <inheritdoc />
    internal override string TakeFromOutbox =>
        $"""
            UPDATE "Outbox" SET {OutboxStore.Taken} WHERE "Sequence" IN (
                SELECT o."Sequence" FROM "Outbox" o WHERE {OutboxStore.Due}
                ORDER BY o."Sequence" LIMIT {OutboxStore.Batch} FOR UPDATE OF o SKIP LOCKED)
            """;

    /// <inheritdoc />
    public override IPipelineDb OpenSecondConnection() => new PostgreSqlPipelineDbContext(options);

    /// <inheritdoc />
    protected override string TextCollation => "C";
}
