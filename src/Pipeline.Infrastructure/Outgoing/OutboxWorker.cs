using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Application.Common;
using Pipeline.Domain.Notifications;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Loading;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Outgoing;

/// <summary>
/// Delivers one lane of the outbox to its handlers, in every instance: soon what was committed here, within seconds what others left (docs/adr/0017).
/// </summary>
internal sealed class OutboxWorker(
    OutboxLane lane,
    IServiceScopeFactory scopes,
    OutboxSignal signal,
    IEnumerable<IDeliveryObserver> observers,
    TimeProvider time,
    ILogger<OutboxWorker> log
) : BackgroundService
{
    // What is committed while a worker gathers goes out with the next lease: beside somebody who writes all the time there is one now and then, and not one for each write.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50),
        BetweenLooks = TimeSpan.FromSeconds(2),
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
                while (await DeliverBatchAsync(stoppingToken))
                    await GatherAsync(stoppingToken);
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
            if (await signal.WaitAsync(lane, BetweenLooks, stoppingToken))
                await GatherAsync(stoppingToken);
        }
    }

    // Who waits for a link waits for nothing else.
    private Task GatherAsync(CancellationToken stop) =>
        lane.IsPersonal ? Task.CompletedTask : Task.Delay(Gathering, stop);

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
        // It was alone with whoever died over it: an attempt that failed, and is given up with the last one.
        if (lease is { Lost: true, Messages: [{ WasLostAlone: true } deadly] })
        {
            await FailAsync(outbox, lease, deadly, "its worker ended, or was too slow, and held nothing else");
            return true;
        }
        var enough = taken + (lease.Until - taken) / LeasePartToStart;
        // The projects whose later events wait.
        var (delivered, failed) = (0, new HashSet<Guid>());
        bool IsEnough() => stop.IsCancellationRequested || time.GetUtcNow() > enough;
        try
        {
            foreach (var together in lease.Messages.Chunk(lane.Together))
            {
                if (IsEnough())
                    break;
                // Where one of them fails nothing has happened, and each says by itself what is wrong with it.
                if (together.Length > 1 && failed.Count == 0)
                {
                    var (went, _) = await TryAsync(lease, together, IsEnough, stop);
                    delivered += went;
                    // What there was no time for goes back unbegun.
                    if (went > 0)
                        continue;
                }
                foreach (var some in together.Chunk(lane.SideBySide))
                {
                    if (IsEnough())
                        break;
                    var begun = some.Where(m => m.ProjectId is not { } id || !failed.Contains(id)).ToList();
                    var tried = await Task.WhenAll(begun.Select(message => TryAsync(lease, [message], IsEnough, stop)));
                    foreach (var (message, outcome) in begun.Zip(tried))
                        if (outcome.Delivered > 0)
                            delivered++;
                        else if (outcome.Failure is { } failure)
                        {
                            if (message.ProjectId is { } id)
                                failed.Add(id);
                            await FailAsync(outbox, lease, message, Failure.Describe(failure));
                        }
                }
            }
        }
        finally
        {
            if (delivered < lease.Messages.Count)
                await outbox.ReleaseAsync(lease, CancellationToken.None);
        }
        return true;
    }

    // A scope each: what one attempt has loaded is none of the next one's business. An attempt that the process's end breaks off, or that its lease did not outlast, is neither delivered nor failed.
    // Of several so many are begun as the lease has time for.
    private async Task<(int Delivered, Exception? Failure)> TryAsync(
        OutboxLease lease,
        OutboxMessage[] messages,
        Func<bool> isEnough,
        CancellationToken stop
    )
    {
        var handled = new List<OutboxMessage>(messages.Length);
        try
        {
            await using var scope = scopes.CreateAsyncScopeFor(Anonymous.Id);
            foreach (var message in messages)
            {
                if (handled.Count > 0 && isEnough())
                    break;
                await HandleAsync(scope.ServiceProvider, message, stop);
                handled.Add(message);
            }
            if (!await SaveAsync(scope.ServiceProvider, lease, handled))
                return (0, null);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return (0, e);
        }
        catch
        {
            return (0, null);
        }
        foreach (var observer in observers)
        foreach (var message in handled)
            observer.Delivered(message.Published);
        return (handled.Count, null);
    }

    private static async Task HandleAsync(IServiceProvider services, OutboxMessage message, CancellationToken stop)
    {
        using var activity = OutgoingTraces.Start($"deliver {message.Type}", message.TraceParent);
        activity?.SetTag("messaging.message.id", message.Id).SetTag("pipeline.attempt", message.Attempts);
        try
        {
            foreach (var handler in services.GetServices<IEventConsumer>())
                if (handler.Handles(message.Type))
                    await handler.HandleAsync(message.Published, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);
            throw;
        }
    }

    // What handlers wrote down and that they did, at once: a short transaction, which reads nothing and keeps no other writer waiting. Also while the process ends: what was delivered
    // must not be delivered again.
    private static async Task<bool> SaveAsync(
        IServiceProvider services,
        OutboxLease lease,
        List<OutboxMessage> messages
    )
    {
        var db = services.GetRequiredService<PipelineDbContext>();
        using var turn = await db.Provider.TakeWriteTurnAsync(db, CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        // Most of it is who is told, whose numbers nobody waits for.
        var told = db.ChangeTracker.Entries<Notification>().Where(e => e.State == EntityState.Added).ToList();
        told.ForEach(entry => entry.State = EntityState.Detached);
        await db.SaveChangesAsync(CancellationToken.None);
        await RowWriter.WriteAsync(db, told.ConvertAll(entry => entry.Entity), CancellationToken.None);
        var held = await services
            .GetRequiredService<OutboxStore>()
            .DeliveredAsync(lease, messages, CancellationToken.None);
        // Another worker has them by now, and writes the same.
        if (held < messages.Count)
            return false;
        await db.CommitAsync(transaction, CancellationToken.None);
        return true;
    }

    private async Task FailAsync(OutboxStore outbox, OutboxLease lease, OutboxMessage message, string failure)
    {
        var givenUp = await outbox.FailedAsync(lease, message, CancellationToken.None);
        log.LogError(
            "The event {Type} {EventId} was not sent at attempt {Attempt}, and {Outcome}: {Failure}",
            message.Type,
            message.Id,
            message.Attempts,
            givenUp ? "is given up" : "is tried again",
            failure
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
