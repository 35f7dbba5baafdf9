using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Connections of one file that stay open, each with what is prepared on it, and that have one owner at a time: a context from when it first asks to when it ends
/// (docs/adr/0072). The library's own pool keeps the file's handle alone: functions are taken off and put on again with each owner, statements are lost, and two
/// could be handed one (dotnet/efcore issue 39008).
/// </summary>
internal sealed class SqlitePool
{
    // Statements are counted with the pages that all connections keep, and few are busy at a time: the others keep none.
    private const int WithStatements = 8;

    private const long IdleMilliseconds = 120_000;

    private static readonly ConcurrentDictionary<string, SqlitePool> Pools = new(StringComparer.Ordinal);

    private readonly Lock _turn = new();

    // The last one back is the first one out again: those at the beginning have waited for the longest.
    private readonly List<KeptConnection> _idle = [];
    private readonly string _source;
    private int _round;

    private SqlitePool(string connection)
    {
        _source = new SqliteConnectionStringBuilder(connection).DataSource;
        // The last one to close a file writes its log back into it, and leaves one file.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Clear();
    }

    /// <summary>The pool of a connection string.</summary>
    public static SqlitePool Of(string connection) => Pools.GetOrAdd(connection, c => new(c));

    /// <summary>Closes those that nobody has, and the others when they come back.</summary>
    public static void Clear(string connection)
    {
        if (Pools.TryGetValue(connection, out var pool))
            pool.Clear();
    }

    /// <summary>Makes a new connection one of this pool, lent to whoever made it.</summary>
    public KeptConnection Add(SqliteConnection connection) => new(connection, Volatile.Read(ref _round));

    /// <summary>One that is open; null where none waits, or where the file is gone, of which whoever opens a new one is told.</summary>
    public KeptConnection? Take()
    {
        if (!SqliteFile.IsThere(_source))
        {
            Clear();
            return null;
        }
        lock (_turn)
        {
            if (_idle.Count == 0)
                return null;
            var last = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return last;
        }
    }

    /// <summary>Takes one back whose owner is done.</summary>
    public void GiveBack(KeptConnection kept)
    {
        if (!kept.IsFree)
        {
            kept.Close();
            return;
        }
        var now = kept.Since = Environment.TickCount64;
        KeptConnection? ended = null;
        lock (_turn)
        {
            if (kept.Round != _round)
                ended = kept;
            else
            {
                _idle.Add(kept);
                if (_idle.Count > WithStatements)
                    _idle[^(WithStatements + 1)].Statements.Clear();
                if (_idle[0].Since < now - IdleMilliseconds)
                {
                    ended = _idle[0];
                    _idle.RemoveAt(0);
                }
            }
        }
        ended?.Close();
    }

    private void Clear()
    {
        List<KeptConnection> ended;
        lock (_turn)
        {
            _round++;
            ended = [.. _idle];
            _idle.Clear();
        }
        ended.ForEach(kept => kept.Close());
    }
}
