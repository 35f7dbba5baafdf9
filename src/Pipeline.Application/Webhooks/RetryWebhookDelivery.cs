using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>Sends a message once more, at once and under the same id, whatever became of it; one that is just being sent is left to it. The portfolio's managers.</summary>
public sealed record RetryWebhookDelivery(Guid PortfolioId, Guid WebhookId, Guid DeliveryId)
    : ICommand<WebhookDeliveryReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly, WebhookRefusals.SwitchedOff];
}

internal sealed class RetryWebhookDeliveryHandler(IPipelineDb db, WebhookAccess webhooks, TimeProvider time)
    : IRequestHandler<RetryWebhookDelivery, WebhookDeliveryReply>
{
    public async Task<WebhookDeliveryReply> Handle(RetryWebhookDelivery request, CancellationToken cancellationToken)
    {
        var webhook = await webhooks.LoadAsync(request.PortfolioId, request.WebhookId, null, cancellationToken);
        var delivery =
            await db.WebhookDeliveries.FirstOrDefaultAsync(
                d => d.Id == request.DeliveryId && d.WebhookId == webhook.Id,
                cancellationToken
            ) ?? throw NotFoundException.Of("delivery", "envoi");
        if (!webhook.IsOn)
            throw WebhookRefusals.SwitchedOff.Exception();
        delivery.SendAgain(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return WebhookDeliveryReply.Of(delivery);
    }
}
