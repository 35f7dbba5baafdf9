using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>The messages that wait for webhooks.</summary>
internal sealed class WebhookQueue(PipelineDbContext db, DeliveryQueue queue, OutboxOptions pauses, TimeProvider time)
{
    /// <summary>The webhooks that something may go to now, in the order in which it was written.</summary>
    public Task<List<Guid>> DueAsync(CancellationToken cancellationToken) =>
        Next(db.WebhookDeliveries, time.GetUtcNow())
            .GroupBy(d => d.WebhookId)
            .OrderBy(due => due.Min(d => d.Sequence))
            .Select(due => due.Key)
            .ToListAsync(cancellationToken);

    /// <summary>Takes a webhook's next message.</summary>
    public Task<OutgoingWebhook?> TakeAsync(Guid webhookId, CancellationToken cancellationToken) =>
        queue.TakeAsync(
            now => Next(db.WebhookDeliveries.Where(d => d.WebhookId == webhookId), now).OrderBy(d => d.Sequence),
            async delivery =>
            {
                var webhook = await db.Webhooks.AsNoTracking().FirstAsync(w => w.Id == webhookId, cancellationToken);
                return new OutgoingWebhook(
                    delivery.Sequence,
                    delivery.LeaseId!.Value,
                    webhook.IsOn,
                    webhook.Url,
                    webhook.SecretsAt(time.GetUtcNow()),
                    delivery.EventId,
                    delivery.Body,
                    await db.CauseOfAsync(delivery.EventId, cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>Notes how an attempt ended, with the webhook and with the message.</summary>
    public Task NoteAsync(OutgoingWebhook message, WebhookAttempt attempt) =>
        queue.NoteAsync(
            Held(message),
            async (delivery, now) =>
            {
                delivery.Note(attempt, pauses.PauseAfter(delivery.Attempts), now);
                var webhook = await db.Webhooks.FirstAsync(w => w.Id == delivery.WebhookId);
                if (attempt.Arrived)
                    webhook.NoteArrival();
                else
                    webhook.NoteFailure(attempt.Gone, delivery.TriedSince ?? now, now);
            }
        );

    /// <summary>Gives back a message whose attempt was broken off.</summary>
    public Task ReleaseAsync(OutgoingWebhook message) =>
        queue.NoteAsync(
            Held(message),
            (delivery, _) =>
            {
                delivery.Release();
                return Task.CompletedTask;
            }
        );

    /// <summary>Removes what ended long enough ago.</summary>
    public Task ClearAsync(CancellationToken cancellationToken) => queue.ClearAsync<WebhookDelivery>(cancellationToken);

    // Of each project the earliest that has neither arrived nor been given up.
    private static IQueryable<WebhookDelivery> Next(IQueryable<WebhookDelivery> deliveries, DateTimeOffset now)
    {
        var first = deliveries
            .Where(d => d.ProjectId != null && d.State == DeliveryState.Pending)
            .GroupBy(d => new { d.WebhookId, d.ProjectId })
            .Select(own => own.Min(d => d.Sequence));
        return DeliveryQueue.Due(deliveries, now).Where(d => d.ProjectId == null || first.Contains(d.Sequence));
    }

    private IQueryable<WebhookDelivery> Held(OutgoingWebhook message) =>
        db.WebhookDeliveries.Where(d => d.Sequence == message.Sequence && d.LeaseId == message.LeaseId);
}
