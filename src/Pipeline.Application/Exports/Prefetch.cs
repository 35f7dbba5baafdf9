using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pipeline.Application.Exports;

/// <summary>Reads rows while those before them are written: a register is made by two processors instead of one.</summary>
internal static class Prefetch
{
    // Few: what is ready and not yet asked for is all that a register holds in memory.
    private const int Batches = 2,
        RowsPerBatch = 500;

    /// <summary>
    /// The same rows in the same order, read by another thread and no further ahead than a few batches. What reading throws is thrown here. Reading has
    /// ended when the enumeration has, also where a caller leaves it half-way: a database context serves one at a time.
    /// </summary>
    /// <param name="atOnce">How many are handed over together.</param>
    public static async IAsyncEnumerable<TRow> ReadingAhead<TRow>(
        this IAsyncEnumerable<TRow> rows,
        int atOnce = RowsPerBatch,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ready = Channel.CreateBounded<List<TRow>>(
            new BoundedChannelOptions(Batches) { SingleReader = true, SingleWriter = true }
        );
        var reading = Task.Run(() => ReadAsync(rows, atOnce, ready.Writer, leaving.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in ready.Reader.ReadAllAsync(cancellationToken))
            foreach (var row in batch)
                yield return row;
        }
        finally
        {
            await leaving.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync<TRow>(
        IAsyncEnumerable<TRow> rows,
        int atOnce,
        ChannelWriter<List<TRow>> ready,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var batch = new List<TRow>(atOnce);
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                batch.Add(row);
                if (batch.Count < atOnce)
                    continue;
                await ready.WriteAsync(batch, cancellationToken);
                batch = new(atOnce);
            }
            if (batch.Count > 0)
                await ready.WriteAsync(batch, cancellationToken);
            ready.Complete();
        }
        catch (Exception e)
        {
            // For whoever asks for the next row; nobody does who has left.
            ready.Complete(e);
        }
    }
}
