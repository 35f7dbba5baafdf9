using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>
/// Writes an event down for each webhook that asks for it: those of its portfolio, and of each that held its project when it happened, or led it where a
/// ledger line is named: also where that ended meanwhile, or by the event itself. Sending is another's work, so that a slow receiver holds up no one else (docs/adr/0027).
/// </summary>
internal sealed class QueueWebhooks(IPipelineDb db, TimeProvider time) : IEventConsumer
{
    // Of an event's portfolio, its project, when it was recorded, and whether it is of a ledger. Compiled: it is asked for every event, and mostly nobody listens.
    private static readonly Func<IPipelineDb, Guid?, Guid?, DateTimeOffset, bool, IAsyncEnumerable<Webhook>> Listening =
        Compiled.Query(
            (DbContext db, Guid? portfolioId, Guid? projectId, DateTimeOffset recordedAt, bool ofLedger) =>
                db.Set<Webhook>()
                    .AsNoTracking()
                    .Where(w => w.RemovedAt == null && w.Stopped == null)
                    .Where(w =>
                        w.PortfolioId == portfolioId
                        || projectId != null
                            // All three instants are the audit's, which no instance's clock puts out of order; what a save ends it ends as it tells of it.
                            && db.Set<Holding>()
                                .Any(h =>
                                    h.ProjectId == projectId
                                    && h.PortfolioId == w.PortfolioId
                                    && (!ofLedger || h.Kind == HoldingKind.Lead)
                                    && h.RecordedAt <= recordedAt
                                    && (h.EndedAt == null || h.EndedAt >= recordedAt)
                                )
                    )
        );

    // Asked once for the events that are delivered together: mostly nobody listens at all, and who begins to afterwards began after all of them.
    private bool? _anybody;

    public bool Handles(string type) => EventTypes.Has(type);

    public async Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken)
    {
        var audience = EventAudiences.Of(published);
        // Told to the portfolio's webhooks as its own.
        if (audience == EventAudience.Owners)
            return;
        _anybody ??= await db.Webhooks.AnyAsync(w => w.RemovedAt == null && w.Stopped == null, cancellationToken);
        if (_anybody is false)
            return;
        var listening = await Listening(
                db,
                published.PortfolioId,
                published.ProjectId,
                published.RecordedAt,
                audience == EventAudience.Ledger
            )
            .ToListAsync(cancellationToken);
        listening.RemoveAll(w => !w.Events.Contains(published.Type));
        if (listening.Count == 0)
            return;
        // By an attempt that was cut off later.
        var written = await db
            .WebhookDeliveries.Where(d => d.EventId == published.Id)
            .Select(d => d.WebhookId)
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var webhook in listening.Where(w => !written.Contains(w.Id)))
            db.WebhookDeliveries.Add(WebhookMessage.For(webhook, published, now));
    }
}
