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
    internal override string TakeFromOutbox(OutboxShare share) =>
        $"""
            UPDATE "Outbox" SET {OutboxStore.Taken} WHERE "Sequence" IN (
                SELECT o."Sequence" FROM "Outbox" o WHERE {OutboxStore.Due} AND {share.Which}
                ORDER BY {OutboxStore.Order} LIMIT {share.Most} FOR UPDATE OF o SKIP LOCKED)
            """;

    /// <inheritdoc />
    public override IPipelineDb OpenSecondConnection() => new PostgreSqlPipelineDbContext(options);

    /// <inheritdoc />
    protected override string TextCollation => "C";
}
