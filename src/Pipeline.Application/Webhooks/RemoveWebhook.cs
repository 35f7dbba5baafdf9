using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>Removes a webhook, and what waits to be sent to it; the portfolio's managers.</summary>
public sealed record RemoveWebhook(Guid PortfolioId, Guid WebhookId) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

internal sealed class RemoveWebhookHandler(IPipelineDb db, WebhookAccess webhooks, TimeProvider time)
    : IRequestHandler<RemoveWebhook, Unit>
{
    public async Task<Unit> Handle(RemoveWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await webhooks.LoadAsync(request.PortfolioId, request.WebhookId, null, cancellationToken);
        webhook.Remove(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
