namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>Wakes this process's worker once events are committed; what other processes write it finds by looking.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _written = new(0, 1);

    /// <summary>Events were committed.</summary>
    public void Set()
    {
        try
        {
            _written.Release();
        }
        catch (SemaphoreFullException)
        {
            // The worker has not got to the last ones yet, and will find these beside them.
        }
    }

    /// <summary>Waits for events that were committed here, or for as long as is said.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        _written.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _written.Dispose();
}
