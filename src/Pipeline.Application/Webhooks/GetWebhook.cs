using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>A webhook of a portfolio; its managers.</summary>
public sealed record GetWebhook(Guid PortfolioId, Guid WebhookId) : IQuery<WebhookReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

internal sealed class GetWebhookHandler(WebhookAccess webhooks) : IRequestHandler<GetWebhook, WebhookReply>
{
    public async Task<WebhookReply> Handle(GetWebhook request, CancellationToken cancellationToken) =>
        WebhookReply.Of(
            await webhooks.LoadAsync(request.PortfolioId, request.WebhookId, version: null, cancellationToken)
        );
}
