using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Outgoing;

/// <summary>
/// Delivers one lane of the outbox to its handlers, in every instance: at once what was committed here, within seconds what others left (docs/adr/0017).
/// </summary>
internal sealed class OutboxWorker(
    OutboxLane lane,
    IServiceScopeFactory scopes,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<OutboxWorker> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2),
        BetweenClearings = TimeSpan.FromHours(1);

    // A delivery that takes longer than what is left of a lease is made twice: none is begun at its end.
    private const int LeasePartToStart = 2;

    private DateTimeOffset _cleared = DateTimeOffset.MinValue;
    private bool _troubled;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DeliverBatchAsync(stoppingToken)) { }
                await ClearAsync(stoppingToken);
                _troubled = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or behind the model: said once, and looked at again.
                if (!_troubled)
                    log.LogWarning("The outbox cannot be read, and is tried again: {Failure}", Failure.Describe(e));
                _troubled = true;
            }
            await signal.WaitAsync(lane, BetweenLooks, stoppingToken);
        }
    }

    private async Task<bool> DeliverBatchAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScopeFor(Anonymous.Id);
        var outbox = scope.ServiceProvider.GetRequiredService<OutboxStore>();
        var taken = time.GetUtcNow();
        if (await outbox.TakeAsync(lane, stop) is not { } lease)
            return false;
        if (lease.Lost)
            foreach (var message in lease.Messages)
                log.LogWarning(
                    "The event {Type} {EventId} was held by a worker that ended, or was too slow, and is begun again alone",
                    message.Type,
                    message.Id
                );
        var enough = taken + (lease.Until - taken) / LeasePartToStart;
        var delivered = new List<OutboxMessage>();
        try
        {
            foreach (var some in lease.Messages.Chunk(lane.SideBySide))
            {
                if (stop.IsCancellationRequested || time.GetUtcNow() > enough)
                    break;
                var tried = await Task.WhenAll(some.Select(message => TryAsync(message, stop)));
                foreach (var (message, outcome) in some.Zip(tried))
                    if (outcome.Delivered)
                        delivered.Add(message);
                    else if (outcome.Failure is { } failure)
                        await FailAsync(outbox, lease, message, failure);
            }
        }
        finally
        {
            // Also while the process ends: what was delivered must not be delivered again.
            if (delivered.Count > 0)
                await outbox.DeliveredAsync(lease, delivered, CancellationToken.None);
            await outbox.ReleaseAsync(lease, CancellationToken.None);
        }
        return true;
    }

    // A scope each: what one handler has loaded is none of the next one's business. An attempt that the process's end breaks off is neither delivered nor failed.
    private async Task<(bool Delivered, Exception? Failure)> TryAsync(OutboxMessage message, CancellationToken stop)
    {
        using var activity = OutgoingTraces.Start($"deliver {message.Type}", message.TraceParent);
        activity?.SetTag("messaging.message.id", message.Id).SetTag("pipeline.attempt", message.Attempts);
        try
        {
            await using var scope = scopes.CreateAsyncScopeFor(Anonymous.Id);
            foreach (var handler in scope.ServiceProvider.GetServices<IEventConsumer>())
                if (handler.Handles(message.Type))
                    await handler.HandleAsync(message.Published, stop);
            return (true, null);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);
            return (false, e);
        }
        catch
        {
            return (false, null);
        }
    }

    private async Task FailAsync(OutboxStore outbox, OutboxLease lease, OutboxMessage message, Exception failure)
    {
        var givenUp = await outbox.FailedAsync(lease, message, CancellationToken.None);
        log.LogError(
            "The event {Type} {EventId} was not sent at attempt {Attempt}, and {Outcome}: {Failure}",
            message.Type,
            message.Id,
            message.Attempts,
            givenUp ? "is given up" : "is tried again",
            Failure.Describe(failure)
        );
    }

    private async Task ClearAsync(CancellationToken stop)
    {
        if (time.GetUtcNow() < _cleared + BetweenClearings)
            return;
        await using var scope = scopes.CreateAsyncScopeFor(Anonymous.Id);
        await scope.ServiceProvider.GetRequiredService<OutboxStore>().ClearAsync(stop);
        await scope.ServiceProvider.GetRequiredService<InboxClearing>().ClearAsync(stop);
        _cleared = time.GetUtcNow();
    }
}
