using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlPipelineDbContext(
    DbContextOptions<PostgreSqlPipelineDbContext> options,
    ICaller? caller = null,
    TimeProvider? time = null
) : PipelineDbContext(options, caller, time)
{
    /// <inheritdoc />
    public override IDatabaseProvider Provider => PostgreSqlProvider.Instance;

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
