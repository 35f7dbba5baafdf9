using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Application.Common;

namespace Pipeline.Infrastructure.Outgoing;

/// <summary>
/// Looks every second who has messages waiting, and sends each receiver theirs, one after the other, beside all other receivers: one that is slow holds up
/// nobody else. In every instance. Receivers have turns, so that those that hang cannot take all places for themselves (docs/adr/0027).
/// </summary>
internal abstract class SenderService(IServiceScopeFactory scopes, TimeProvider time, ILogger log) : BackgroundService
{
    // At once; more wait for their turn. Of those whose last turn ended in a failure fewer: however many hang, and for however long, the others find a place.
    private const int Receivers = 16,
        FailingReceivers = 8;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1),
        BetweenClearings = TimeSpan.FromHours(1),
        LongestTurn = TimeSpan.FromSeconds(10),
        // Longer than the longest pause after a failure: whoever still fails is known by then.
        Remembered = TimeSpan.FromDays(2);

    // Who is being sent to, with whether their turn ends in a failure.
    private readonly Dictionary<Guid, Task<bool>> _busy = [];

    // The turns that were had lately, and how they ended.
    private readonly Dictionary<Guid, (long Number, bool Failed, DateTimeOffset At)> _turns = [];
    private long _turn;
    private DateTimeOffset _cleared = DateTimeOffset.MinValue;
    private bool _troubled;

    /// <summary>What is sent, for the log.</summary>
    protected abstract string What { get; }

    /// <summary>The receivers that something is due for, in the order in which it was written.</summary>
    protected abstract Task<List<Guid>> DueAsync(IServiceProvider services, CancellationToken stop);

    /// <summary>Sends a receiver's next message.</summary>
    protected abstract Task<Sending> SendNextAsync(IServiceProvider services, Guid receiver, CancellationToken stop);

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
        foreach (var (receiver, turn) in _busy.Where(b => b.Value.IsCompleted).ToList())
        {
            _busy.Remove(receiver);
            _turns[receiver] = (++_turn, await turn, time.GetUtcNow());
        }
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScopeFor(Anonymous.Id))
        {
            due = await DueAsync(scope.ServiceProvider, stop);
            if (time.GetUtcNow() >= _cleared + BetweenClearings)
            {
                await ClearAsync(scope.ServiceProvider, stop);
                _cleared = time.GetUtcNow();
                // Receivers come and go.
                foreach (var (receiver, _) in _turns.Where(t => t.Value.At < _cleared - Remembered).ToList())
                    _turns.Remove(receiver);
            }
        }
        // Whoever waits for nothing, and does not fail, begins anew.
        foreach (var receiver in _turns.Where(t => !t.Value.Failed).Select(t => t.Key).Except(due).ToList())
            _turns.Remove(receiver);
        // Whoever had no turn yet comes first, then whoever waits longest for another.
        foreach (
            var receiver in due.Where(id => !_busy.ContainsKey(id)).OrderBy(id => _turns.GetValueOrDefault(id).Number)
        )
            if (_busy.Count < Receivers && (!Fails(receiver) || _busy.Keys.Count(Fails) < FailingReceivers))
                _busy[receiver] = TurnAsync(receiver, stop);
        _troubled = false;
    }

    private bool Fails(Guid receiver) => _turns.TryGetValue(receiver, out var last) && last.Failed;

    // A scope each: what one message has loaded is none of the next one's business.
    private async Task<bool> TurnAsync(Guid receiver, CancellationToken stop)
    {
        var (began, last) = (time.GetTimestamp(), Sending.Nothing);
        var worked = await GuardAsync(
            async () =>
            {
                do
                {
                    await using var scope = scopes.CreateAsyncScopeFor(Anonymous.Id);
                    last = await SendNextAsync(scope.ServiceProvider, receiver, stop);
                } while (
                    last == Sending.Done && !stop.IsCancellationRequested && time.GetElapsedTime(began) < LongestTurn
                );
            },
            stop
        );
        return !worked || last == Sending.Failed;
    }

    // The database is away, most often: said once, and looked at again. What a message says may name a person, so only its kind is logged.
    private async Task<bool> GuardAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception e)
        {
            if (!_troubled && !stop.IsCancellationRequested)
                log.LogWarning("{What} cannot be sent at the moment: {Failure}", What, e.GetType().Name);
            _troubled = true;
            return false;
        }
    }
}
