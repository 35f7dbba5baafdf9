using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>
/// Where commands of this process wait for their turn to write to one SQLite file. The next one is woken at once and in order; before the file's own lock
/// each would sleep 150 ms and try again. The lock stays what decides: whoever writes without a turn is only slower.
/// </summary>
internal static class WriteQueue
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);

    /// <summary>Waits for a turn, which ends when what is returned is disposed of. Nobody waits on a server, nor within a transaction: the file is held then.</summary>
    public static async Task<IDisposable?> EnterAsync(PipelineDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null || !db.Database.IsSqlite()) return null;
        var queue = Queues.GetOrAdd(db.Database.GetConnectionString()!, _ => new(1));
        await queue.WaitAsync(cancellationToken);
        return new Turn(queue);
    }

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
