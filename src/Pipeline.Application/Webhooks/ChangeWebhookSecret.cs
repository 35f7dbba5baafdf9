using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>
/// Gives a webhook another secret; the portfolio's managers. For a day messages carry two signatures, by the new secret and the one before.
/// </summary>
public sealed record ChangeWebhookSecret(Guid PortfolioId, Guid WebhookId) : ICommand<WebhookSecretReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

/// <summary>A webhook's new secret.</summary>
/// <param name="Secret">What the receiver checks signatures with. Shown this once.</param>
/// <param name="PreviousUntil">Until when messages are signed with the one before as well.</param>
public sealed record WebhookSecretReply(string Secret, DateTimeOffset PreviousUntil);

internal sealed class ChangeWebhookSecretHandler(
    IPipelineDb db,
    WebhookAccess webhooks,
    ISecretSeal seal,
    TimeProvider time
) : IRequestHandler<ChangeWebhookSecret, WebhookSecretReply>
{
    public async Task<WebhookSecretReply> Handle(ChangeWebhookSecret request, CancellationToken cancellationToken)
    {
        var webhook = await webhooks.LoadAsync(request.PortfolioId, request.WebhookId, null, cancellationToken);
        var secret = WebhookSecret.New();
        webhook.ChangeSecret(seal.Seal(secret), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(secret, webhook.PreviousUntil!.Value);
    }
}
