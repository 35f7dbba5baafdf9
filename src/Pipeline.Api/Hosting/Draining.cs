namespace Pipeline.Api.Hosting;

/// <summary>
/// A process that is told to end goes on answering for <c>Pipeline:Limits:DrainSeconds</c> and is not ready meanwhile, so that a proxy sends the next
/// requests to another instance before this one takes no more.
/// </summary>
internal sealed class Draining(RequestLimits limits, TimeProvider time, ILogger<Draining> log) : IHostedLifecycleService
{
    private volatile bool _begun;

    /// <summary>The process was told to end.</summary>
    public bool HasBegun => _begun;

    // Before the server's own end, which is what this waits in front of.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _begun = true;
        if (limits.DrainSeconds == 0)
            return;
        log.LogInformation("Draining for {Seconds} seconds", limits.DrainSeconds);
        await Task.Delay(TimeSpan.FromSeconds(limits.DrainSeconds), time, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
