using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Takes connections out of the library's pool, and gives them back, one at a time. The pool lets go of its lock before a connection has its new owner, and
/// whoever looks for abandoned ones in that moment is handed the same one (dotnet/efcore issue 39008): two requests would then share a transaction. Nothing
/// waits here for the database's own locks.
/// </summary>
internal sealed class SqlitePool : DbConnectionInterceptor
{
    public static readonly SqlitePool Instance = new();

    private static readonly Lock Turn = new();

    /// <summary>Gives a connection back, where it is open.</summary>
    public static void GiveBack(DbConnection connection)
    {
        if (connection.State == ConnectionState.Closed)
            return;
        lock (Turn)
            connection.Close();
    }

    /// <summary>Closes those that nobody has, and the others when they come back.</summary>
    public static void Clear(SqliteConnection connection)
    {
        lock (Turn)
            SqliteConnection.ClearPool(connection);
    }

    /// <inheritdoc />
    public override InterceptionResult ConnectionOpening(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => Take(connection, eventData, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => new(Take(connection, eventData, result));

    /// <inheritdoc />
    public override InterceptionResult ConnectionClosing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        if (!result.IsSuppressed)
            GiveBack(connection);
        return InterceptionResult.Suppress();
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        if (!result.IsSuppressed)
            GiveBack(connection);
        return new(InterceptionResult.Suppress());
    }

    private static InterceptionResult Take(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        if (result.IsSuppressed)
            return result;
        lock (Turn)
            connection.Open();
        if (eventData.Context is SqlitePipelineDbContext db)
            db.Taken = connection;
        return InterceptionResult.Suppress();
    }
}
