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
    // An array makes rows of ids, where JSON would make rows of text.
    public override IQueryable<ListedId> Listed(IEnumerable<Guid> ids) =>
        Set<ListedId>().FromSql($"""SELECT unnest({ids.ToArray()}) AS value""");

    /// <inheritdoc />
    public override IPipelineDb OpenSecondConnection() => new PostgreSqlPipelineDbContext(options);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // SQLite compares text by its bytes; the same here, whatever language the server speaks.
        foreach (
            var property in builder
                .Model.GetEntityTypes()
                .SelectMany(t => t.GetProperties())
                .Where(p => (p.GetValueConverter()?.ProviderClrType ?? p.ClrType) == typeof(string))
        )
            property.SetCollation("C");
    }
}
