using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>Changes a webhook, or switches it off and on; the portfolio's managers.</summary>
public sealed record UpdateWebhook(Guid PortfolioId, Guid WebhookId, long? Version, WebhookBody Body)
    : ICommand<WebhookReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [.. CheckWebhookAddress.Refusals, CommonRefusals.UnknownCode];
}

internal sealed class UpdateWebhookHandler(IPipelineDb db, WebhookAccess webhooks)
    : IRequestHandler<UpdateWebhook, WebhookReply>
{
    public async Task<WebhookReply> Handle(UpdateWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await webhooks.LoadAsync(
            request.PortfolioId,
            request.WebhookId,
            request.Version,
            cancellationToken
        );
        var body = request.Body;
        webhook.Describe(body.Url, body.Events, body.Description, body.Enabled);
        await db.SaveChangesAsync(cancellationToken);
        return WebhookReply.Of(webhook);
    }
}
