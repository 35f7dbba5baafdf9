using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

// There is no public door to a connection that EF has made, functions and all, and that outlives its context (docs/adr/0072).
#pragma warning disable EF1001
/// <summary>EF's connection over one that <see cref="SqlitePool"/> lends: what EF closes stays open, and what it disposes of goes back.</summary>
internal sealed class SqliteLentConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder commands,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger
) : SqliteRelationalConnection(dependencies, commands, logger)
{
    private SqlitePool? _pool;

    private SqlitePipelineDbContext Owner => (SqlitePipelineDbContext)Context;

    /// <inheritdoc />
    protected override DbConnection CreateDbConnection()
    {
        _pool = SqlitePool.Of(GetValidatedConnectionString());
        Owner.Kept = _pool.Take() ?? _pool.Add((SqliteConnection)base.CreateDbConnection());
        return Owner.Kept.Connection;
    }

    /// <inheritdoc />
    protected override void CloseDbConnection() { }

    /// <inheritdoc />
    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override void DisposeDbConnection()
    {
        if (Owner.Kept is { } kept)
            _pool!.GiveBack(kept);
        Owner.Kept = null;
    }

    /// <inheritdoc />
    protected override ValueTask DisposeDbConnectionAsync()
    {
        DisposeDbConnection();
        return ValueTask.CompletedTask;
    }
}
