using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Holds each connection against the file as it opens. SQLite alone would make an empty database where the file is gone, and a pooled connection
/// would go on writing to a file that nobody finds any more: what it acknowledged would be lost.
/// </summary>
internal sealed class SqliteFile : DbConnectionInterceptor
{
    private const int CannotOpen = 14;

    public static readonly SqliteFile Instance = new();

    /// <summary>Makes the file where there is none, unless the connection's mode says that it has to be there.</summary>
    public static void Create(string connection)
    {
        var builder = new SqliteConnectionStringBuilder(connection) { Pooling = false };
        if (builder.Mode != SqliteOpenMode.ReadWriteCreate || !IsFile(builder.DataSource))
            return;
        using var made = new SqliteConnection(builder.ToString());
        made.Open();
    }

    /// <summary>Whether the source is a file: neither a database in memory, nor one by an address whose options are SQLite's own affair.</summary>
    public static bool IsFile(string source) =>
        source.Length > 0 && !source.StartsWith(':') && !source.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there is a file, where the source is one.</summary>
    public static bool IsThere(string source) => !IsFile(source) || File.Exists(source);

    /// <inheritdoc />
    public override InterceptionResult ConnectionOpening(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        Require((SqliteConnection)connection);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        Require((SqliteConnection)connection);
        return new(result);
    }

    private static void Require(SqliteConnection connection)
    {
        if (!IsThere(connection.DataSource))
            throw new SqliteException($"There is no database {connection.DataSource}.", CannotOpen);
    }
}
