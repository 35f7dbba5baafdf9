using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>
/// Lets a transaction be rolled back whose commit failed. SQLite may have rolled it back by itself then; its library does not notice, and fails
/// when it rolls back what is not there: now, and again whenever the connection is closed, in place of the failure that has to be told.
/// </summary>
internal sealed class SqliteFailedCommit : DbTransactionInterceptor
{
    public static readonly SqliteFailedCommit Instance = new();

    /// <inheritdoc />
    public override void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => BeginWhatIsRolledBack(transaction, eventData);

    /// <inheritdoc />
    public override Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        BeginWhatIsRolledBack(transaction, eventData);
        return Task.CompletedTask;
    }

    private static void BeginWhatIsRolledBack(DbTransaction transaction, TransactionErrorEventData eventData)
    {
        if (eventData.Action != "Commit" || transaction is not SqliteTransaction { Connection: { Handle: { } handle } connection } || raw.sqlite3_get_autocommit(handle) == 0) return;
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN";
        begin.ExecuteNonQuery();
    }
}
