namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>Wakes this process's workers once events are committed; what other processes write they find by looking.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly Dictionary<OutboxLane, SemaphoreSlim> _written = OutboxLane.All.ToDictionary(
        lane => lane,
        _ => new SemaphoreSlim(0, 1)
    );

    /// <summary>Events were committed.</summary>
    public void Set()
    {
        foreach (var written in _written.Values)
            Set(written);
    }

    /// <summary>Waits for events that were committed here, or for as long as is said.</summary>
    /// <returns>Whether there are any.</returns>
    public Task<bool> WaitAsync(OutboxLane lane, TimeSpan atMost, CancellationToken cancellationToken) =>
        _written[lane].WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var written in _written.Values)
            written.Dispose();
    }

    private static void Set(SemaphoreSlim written)
    {
        try
        {
            written.Release();
        }
        catch (SemaphoreFullException)
        {
            // The worker has not got to the last ones yet, and will find these beside them.
        }
    }
}
