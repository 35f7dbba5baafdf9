using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>Sends a webhook a message of the type <c>webhook.test</c>; the portfolio's managers. What becomes of it is among the deliveries.</summary>
public sealed record TestWebhook(Guid PortfolioId, Guid WebhookId) : ICommand<WebhookDeliveryReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly, WebhookRefusals.SwitchedOff];
}

internal sealed class TestWebhookHandler(IPipelineDb db, WebhookAccess webhooks, TimeProvider time)
    : IRequestHandler<TestWebhook, WebhookDeliveryReply>
{
    public async Task<WebhookDeliveryReply> Handle(TestWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await webhooks.LoadAsync(request.PortfolioId, request.WebhookId, null, cancellationToken);
        if (!webhook.IsOn)
            throw WebhookRefusals.SwitchedOff.Exception();
        var now = time.GetUtcNow();
        var message = new PublishedEvent(
            Guid.CreateVersion7(now),
            WebhookDelivery.Test,
            now,
            null,
            webhook.PortfolioId,
            "{}"
        );
        var delivery = WebhookMessage.For(webhook, message, now);
        db.WebhookDeliveries.Add(delivery);
        await db.SaveChangesAsync(cancellationToken);
        return WebhookDeliveryReply.Of(delivery);
    }
}
