using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>Registers an address to which the portfolio's events are sent; its managers. The secret is shown this once.</summary>
public sealed record RegisterWebhook(Guid PortfolioId, WebhookBody Body) : ICommand<RegisteredWebhookReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [.. CheckWebhookAddress.Refusals, CommonRefusals.UnknownCode, WebhookRefusals.TooManyWebhooks];
}

/// <summary>A new webhook.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Url">Where to.</param>
/// <param name="Events">Types of events.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Secret">What the receiver checks signatures with. Shown this once.</param>
/// <param name="Version">Counts up with every change.</param>
public sealed record RegisteredWebhookReply(
    Guid Id,
    string Url,
    IReadOnlyList<string> Events,
    string? Description,
    string Secret,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

internal sealed class RegisterWebhookHandler(
    IPipelineDb db,
    WebhookAccess webhooks,
    ISecretSeal seal,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<RegisterWebhook, RegisteredWebhookReply>
{
    public async Task<RegisteredWebhookReply> Handle(RegisterWebhook request, CancellationToken cancellationToken)
    {
        var existing = await webhooks.InAsync(request.PortfolioId, cancellationToken);
        if (await existing.CountAsync(cancellationToken) >= Webhook.MostInPortfolio)
            throw WebhookRefusals.TooManyWebhooks.With(Webhook.MostInPortfolio).Exception();
        var (body, secret, now) = (request.Body, WebhookSecret.New(), time.GetUtcNow());
        var webhook = new Webhook(
            request.PortfolioId,
            body.Url,
            body.Events,
            body.Description,
            seal.Seal(secret),
            caller.UserId,
            now
        );
        if (!body.Enabled)
            webhook.Describe(body.Url, body.Events, body.Description, enabled: false);
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(cancellationToken);
        return new(webhook.Id, webhook.Url, webhook.Events, webhook.Description, secret, webhook.Version);
    }
}
