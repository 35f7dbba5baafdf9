using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Webhooks;

/// <summary>
/// Writes an event down for each webhook that asks for it: those of its portfolio, and of each that held its project when it happened, or led it where a
/// ledger line is named: also where that ended meanwhile, or by the event itself. Sending is another's work, so that a slow receiver holds up no one else (docs/adr/0027).
/// </summary>
internal sealed class QueueWebhooks(IPipelineDb db, TimeProvider time) : IEventConsumer
{
    public bool Handles(string type) => EventTypes.Has(type);

    public Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => QueueAsync(published, cancellationToken), cancellationToken);

    private async Task<int> QueueAsync(PublishedEvent published, CancellationToken cancellationToken)
    {
        var audience = EventAudiences.Of(published);
        // Told to the portfolio's webhooks as its own.
        if (audience == EventAudience.Owners)
            return 0;
        var ofLedger = audience == EventAudience.Ledger;
        var webhooks = await db
            .Webhooks.AsNoTracking()
            .Where(w => w.RemovedAt == null && w.Stopped == null)
            .Where(w =>
                w.PortfolioId == published.PortfolioId
                || published.ProjectId != null
                    // All three instants are the audit's, which no instance's clock puts out of order; what a save ends it ends as it tells of it.
                    && db.Holdings.Any(h =>
                        h.ProjectId == published.ProjectId
                        && h.PortfolioId == w.PortfolioId
                        && (!ofLedger || h.Kind == HoldingKind.Lead)
                        && h.RecordedAt <= published.RecordedAt
                        && (h.EndedAt == null || h.EndedAt >= published.RecordedAt)
                    )
            )
            // What was written by an attempt that was cut off later.
            .Where(w => !db.WebhookDeliveries.Any(d => d.WebhookId == w.Id && d.EventId == published.Id))
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var webhook in webhooks.Where(w => w.Events.Contains(published.Type)))
            db.WebhookDeliveries.Add(WebhookMessage.For(webhook, published, now));
        return await db.SaveChangesAsync(cancellationToken);
    }
}
