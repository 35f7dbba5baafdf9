using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>A connection that stays open, with the statements that are prepared on it.</summary>
/// <param name="connection">New: it is opened by who has it first.</param>
/// <param name="round">How often its pool had been cleared before.</param>
internal sealed class KeptConnection(SqliteConnection connection, int round)
{
    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>What is prepared on it.</summary>
    public SqliteStatements Statements { get; } = new(connection);

    /// <summary>Those of an earlier round are not kept.</summary>
    public int Round => round;

    /// <summary>When it came back, in milliseconds of the process's clock.</summary>
    public long Since { get; set; }

    /// <summary>Nothing is under way on it that the next one would be in the middle of.</summary>
    public bool IsFree =>
        connection.State == ConnectionState.Open
        && Statements.Lent == 0
        && raw.sqlite3_get_autocommit(connection.Handle) != 0;

    /// <summary>Closes it.</summary>
    public void Close()
    {
        Statements.Close();
        connection.Dispose();
    }
}
