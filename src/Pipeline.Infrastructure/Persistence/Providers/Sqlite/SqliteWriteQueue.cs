using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Whose turn it is to write to an SQLite file. Writes happen there one after the other anyhow; SQLite's own waiting sleeps and keeps its thread, so
/// that a few dozen writers would leave none for anybody else, readers and probes included. Here they wait in a queue without one. Other processes
/// that write to the file are waited for as ever.
/// </summary>
internal static class SqliteWriteQueue
{
    /// <summary>Seconds until the turn is not waited for any longer.</summary>
    public const int Seconds = 15;

    // SQLite's own word for it.
    private const int Busy = 5;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();

    private static readonly ConcurrentDictionary<string, string> Files = new();

    /// <summary>Waits for the turn; disposing of it passes it on.</summary>
    /// <exception cref="SqliteException">Others write for longer than anybody waits.</exception>
    public static async Task<IDisposable?> TakeAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        var file = Files.GetOrAdd(
            db.Database.GetConnectionString()!,
            connection => Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource)
        );
        var turn = Turns.GetOrAdd(file, _ => new SemaphoreSlim(1, 1));
        return await turn.WaitAsync(TimeSpan.FromSeconds(Seconds), cancellationToken)
            ? new Taken(turn)
            : throw new SqliteException("Others write to the file.", Busy);
    }

    private sealed class Taken(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
