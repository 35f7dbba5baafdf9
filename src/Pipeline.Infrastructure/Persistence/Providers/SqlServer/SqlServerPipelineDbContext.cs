using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>On SQL Server.</summary>
public sealed class SqlServerPipelineDbContext(
    DbContextOptions<SqlServerPipelineDbContext> options,
    ICaller? caller = null,
    TimeProvider? time = null,
    OutboxSignal? signal = null
) : PipelineDbContext(options, caller, time, signal)
{
    /// <inheritdoc />
    public override IDatabaseProvider Provider => SqlServerProvider.Instance;

    /// <inheritdoc />
    internal override string TakeFromOutbox(OutboxShare share) =>
        $"""
            UPDATE "Outbox" SET {OutboxStore.Taken} WHERE "Sequence" IN (
                SELECT TOP({share.Most}) o."Sequence" FROM "Outbox" o WITH (UPDLOCK, READPAST, ROWLOCK)
                WHERE {OutboxStore.Due} AND {share.Which} ORDER BY {OutboxStore.Order})
            """;

    /// <inheritdoc />
    public override IPipelineDb OpenSecondConnection() => new SqlServerPipelineDbContext(options);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Without a trigger EF reads back what it wrote by OUTPUT, which the server refuses on a table that has one.
        foreach (var type in builder.Model.GetEntityTypes().Where(t => AppendOnlyTables.All.Contains(t.GetTableName())))
            type.AddTrigger($"{type.GetTableName()}_append_only");
    }

    /// <inheritdoc />
    protected override string TextCollation => "Latin1_General_100_BIN2";
}
