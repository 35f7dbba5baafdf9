using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Keeps more of the file's pages in memory than SQLite's own 2 MB a connection: the rows of one portfolio lie on some ten thousand pages, and a dashboard read each
/// of them several times over (docs/adr/0012). All connections together keep no more than one may: beyond that each makes room among its own pages.
/// </summary>
internal sealed class SqlitePageCache : DbConnectionInterceptor
{
    private const int KiB = 64 * 1024;

    public static readonly SqlitePageCache Instance = new();

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"PRAGMA soft_heap_limit = {KiB * 1024}; PRAGMA cache_size = -{KiB}"
        );
        command.ExecuteNonQuery();
    }
}
