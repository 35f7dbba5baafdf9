using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Operations;

/// <summary>How the instance that is asked and its database are: what waits, what failed, what was slow; administrators only.</summary>
public sealed record GetInstanceHealth : IQuery<InstanceHealthReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

internal sealed class GetInstanceHealthHandler(
    IPipelineDb db,
    IInstance instance,
    IDatabaseState database,
    Scope scope,
    TimeProvider time
) : IRequestHandler<GetInstanceHealth, InstanceHealthReply>
{
    // Who has more trouble than this has one cause for it.
    private const int MostWebhooks = 50;

    public async Task<InstanceHealthReply> Handle(GetInstanceHealth request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var checks = await instance.CheckAsync(cancellationToken);
        return new(
            time.GetUtcNow(),
            checks.All(check => check.Met),
            checks,
            instance.Versions,
            await database.ReadAsync(cancellationToken),
            await database.EventsAsync(cancellationToken),
            await MailsAsync(cancellationToken),
            await WebhooksAsync(cancellationToken),
            instance.SlowRequests,
            await AuditAsync(cancellationToken)
        );
    }

    private async Task<QueueReply> MailsAsync(CancellationToken cancellationToken)
    {
        var mails = db.NotificationMails.AsNoTracking();
        var waiting = mails.Where(m => m.State == DeliveryState.Pending);
        return new(
            await waiting.CountAsync(cancellationToken),
            await waiting.CountAsync(m => m.Attempts > 0, cancellationToken),
            await mails.CountAsync(m => m.State == DeliveryState.Failed, cancellationToken),
            await waiting.MinAsync(m => (DateTimeOffset?)m.DueAt, cancellationToken)
        );
    }

    private async Task<IReadOnlyList<WebhookQueueReply>> WebhooksAsync(CancellationToken cancellationToken)
    {
        var queues = await db
            .WebhookDeliveries.Where(d => d.State != DeliveryState.Delivered)
            .GroupBy(d => d.WebhookId)
            .Select(g => new
            {
                WebhookId = g.Key,
                Waiting = g.Count(d => d.State == DeliveryState.Pending),
                Failed = g.Count(d => d.State == DeliveryState.Failed),
            })
            .OrderByDescending(q => q.Failed)
            .ThenByDescending(q => q.Waiting)
            .ThenBy(q => q.WebhookId)
            .Take(MostWebhooks)
            .ToListAsync(cancellationToken);
        var webhooks = await db
            .Webhooks.AsNoTracking()
            .Of([.. queues.Select(q => q.WebhookId)], w => w.Id)
            .Join(db.Portfolios, w => w.PortfolioId, p => p.Id, (w, p) => new { Webhook = w, p.Name })
            .ToDictionaryAsync(w => w.Webhook.Id, cancellationToken);
        return
        [
            .. queues
                .Where(q => webhooks.ContainsKey(q.WebhookId))
                .Select(q =>
                {
                    var (webhook, portfolio) = (webhooks[q.WebhookId].Webhook, webhooks[q.WebhookId].Name);
                    return new WebhookQueueReply(
                        new(webhook.Id, webhook.Description ?? webhook.Url),
                        new(webhook.PortfolioId, portfolio),
                        webhook.IsOn,
                        q.Waiting,
                        q.Failed
                    );
                }),
        ];
    }

    private async Task<AuditStateReply> AuditAsync(CancellationToken cancellationToken)
    {
        var head = await db
            .AuditHeads.Where(h => h.Id == AuditHead.TheOne)
            .Select(h => new { h.Entries, h.LastHash })
            .FirstOrDefaultAsync(cancellationToken);
        var verified = await db
            .AuditVerifications.AsNoTracking()
            .FirstOrDefaultAsync(v => v.Id == AuditVerification.TheOne, cancellationToken);
        return new(
            head?.Entries ?? 0,
            head?.LastHash ?? AuditEntry.Genesis,
            verified is null ? null : new(verified.At, verified.Entries, verified.Held)
        );
    }
}
