using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Outgoing;

/// <summary>
/// Takes messages by a lease, in any number of instances at once: the lease is the row's concurrency token, so that of two who take the same one, one finds
/// that somebody was faster and looks again (docs/adr/0027).
/// </summary>
internal sealed class DeliveryQueue(PipelineDbContext db, OutboxOptions options, TimeProvider time)
{
    /// <summary>How long what was sent or given up is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Those that may be taken now.</summary>
    public static IQueryable<T> Due<T>(IQueryable<T> messages, DateTimeOffset now)
        where T : QueuedDelivery =>
        messages.Where(d =>
            d.State == DeliveryState.Pending && d.DueAt <= now && (d.LeasedUntil == null || d.LeasedUntil <= now)
        );

    /// <summary>Takes the first message of a query over <see cref="Due"/>.</summary>
    /// <returns>What the caller makes of it while it is loaded; null where nothing is due.</returns>
    public Task<TTaken?> TakeAsync<T, TTaken>(
        Func<DateTimeOffset, IQueryable<T>> due,
        Func<T, Task<TTaken>> read,
        CancellationToken cancellationToken
    )
        where T : QueuedDelivery
        where TTaken : class =>
        db.InTransactionAsync(
            async () =>
            {
                db.ClearTracking();
                var now = time.GetUtcNow();
                if (await due(now).FirstOrDefaultAsync(cancellationToken) is not { } message)
                    return null;
                message.Take(now, TimeSpan.FromSeconds(options.LeaseSeconds));
                var taken = await read(message);
                await db.SaveChangesAsync(cancellationToken);
                return taken;
            },
            cancellationToken
        );

    /// <summary>Notes what became of a message, unless its lease has ended meanwhile: then another sender has it.</summary>
    /// <param name="held">The message, by the lease that took it.</param>
    /// <param name="note">What became of it.</param>
    public Task NoteAsync<T>(IQueryable<T> held, Func<T, DateTimeOffset, Task> note)
        where T : QueuedDelivery =>
        // Also while the process ends: what was sent must not be sent again.
        db.InTransactionAsync(
            async () =>
            {
                db.ClearTracking();
                if (await held.FirstOrDefaultAsync(CancellationToken.None) is { } message)
                    await note(message, time.GetUtcNow());
                return await db.SaveChangesAsync(CancellationToken.None);
            },
            CancellationToken.None
        );

    /// <summary>Removes what ended long enough ago.</summary>
    public async Task ClearAsync<T>(CancellationToken cancellationToken)
        where T : QueuedDelivery
    {
        // The name is the model's, and nobody's input.
        var sql = $$"""DELETE FROM "{{db.Model.FindEntityType(typeof(T))!.GetTableName()}}" WHERE "EndedAt" <= {0}""";
        using var turn = await db.Provider.TakeWriteTurnAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(sql, [(time.GetUtcNow() - Lifetime).UtcDateTime], cancellationToken);
    }
}
