using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Application.Common;

namespace Pipeline.Infrastructure.Outgoing;

/// <summary>
/// Looks every second who has messages waiting, and sends each receiver theirs, one after the other, beside all other receivers: one that is slow holds up
/// nobody else. In every instance.
/// </summary>
internal abstract class SenderService(IServiceScopeFactory scopes, TimeProvider time, ILogger log) : BackgroundService
{
    // At once; more receivers wait for their turn.
    private const int Receivers = 16;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1),
        BetweenClearings = TimeSpan.FromHours(1);

    private readonly Dictionary<Guid, Task> _busy = [];
    private DateTimeOffset _cleared = DateTimeOffset.MinValue;
    private bool _troubled;

    /// <summary>What is sent, for the log.</summary>
    protected abstract string What { get; }

    /// <summary>The receivers that something is due for.</summary>
    protected abstract Task<List<Guid>> DueAsync(IServiceProvider services, CancellationToken stop);

    /// <summary>Sends a receiver's next message.</summary>
    /// <returns>Whether to go on with the next one: not where there is none, nor after a failure.</returns>
    protected abstract Task<bool> SendNextAsync(IServiceProvider services, Guid receiver, CancellationToken stop);

    /// <summary>Removes what ended long enough ago.</summary>
    protected abstract Task ClearAsync(IServiceProvider services, CancellationToken stop);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await GuardAsync(() => LookAsync(stoppingToken), stoppingToken);
            await Task.Delay(BetweenLooks, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(_busy.Values);
    }

    private async Task LookAsync(CancellationToken stop)
    {
        foreach (var done in _busy.Where(b => b.Value.IsCompleted).Select(b => b.Key).ToList())
            _busy.Remove(done);
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScopeFor(Anonymous.Id))
        {
            due = await DueAsync(scope.ServiceProvider, stop);
            if (time.GetUtcNow() >= _cleared + BetweenClearings)
            {
                await ClearAsync(scope.ServiceProvider, stop);
                _cleared = time.GetUtcNow();
            }
        }
        foreach (var receiver in due.Where(id => !_busy.ContainsKey(id)).Take(Receivers - _busy.Count))
            _busy[receiver] = GuardAsync(() => DrainAsync(receiver, stop), stop);
        _troubled = false;
    }

    // A scope each: what one message has loaded is none of the next one's business.
    private async Task DrainAsync(Guid receiver, CancellationToken stop)
    {
        bool more;
        do
        {
            await using var scope = scopes.CreateAsyncScopeFor(Anonymous.Id);
            more = await SendNextAsync(scope.ServiceProvider, receiver, stop);
        } while (more && !stop.IsCancellationRequested);
    }

    // The database is away, most often: said once, and looked at again. What a message says may name a person, so only its kind is logged.
    private async Task GuardAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            if (!_troubled && !stop.IsCancellationRequested)
                log.LogWarning("{What} cannot be sent at the moment: {Failure}", What, e.GetType().Name);
            _troubled = true;
        }
    }
}
