using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>What was and will be sent to a webhook, the latest first, with every attempt; the portfolio's managers. What has ended is kept for thirty days.</summary>
public sealed record ListWebhookDeliveries(Guid PortfolioId, Guid WebhookId, PageOf Page)
    : IQuery<Paged<WebhookDeliveryReply>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

internal sealed class ListWebhookDeliveriesHandler(IPipelineDb db, WebhookAccess webhooks)
    : IRequestHandler<ListWebhookDeliveries, Paged<WebhookDeliveryReply>>
{
    public async Task<Paged<WebhookDeliveryReply>> Handle(
        ListWebhookDeliveries request,
        CancellationToken cancellationToken
    )
    {
        var webhook = await webhooks.LoadAsync(request.PortfolioId, request.WebhookId, null, cancellationToken);
        var page = await db
            .WebhookDeliveries.AsNoTracking()
            .Where(d => d.WebhookId == webhook.Id)
            .OrderByDescending(d => d.Sequence)
            .ToPageAsync(request.Page, cancellationToken);
        return page.Select(WebhookDeliveryReply.Of);
    }
}
