using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>On an SQLite file, the default.</summary>
public sealed class SqlitePipelineDbContext(
    DbContextOptions<SqlitePipelineDbContext> options,
    ICaller? caller = null,
    TimeProvider? time = null
) : PipelineDbContext(options, caller, time)
{
    /// <summary>The connection that it has had from the pool, if any.</summary>
    internal DbConnection? Taken { get; set; }

    /// <inheritdoc />
    public override IDatabaseProvider Provider => SqliteProvider.Instance;

    /// <inheritdoc />
    protected override string? ListFunction => "json_each";

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
