using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>A portfolio's webhooks as its managers come by them.</summary>
public sealed class WebhookAccess(IPipelineDb db, Scope scope)
{
    /// <summary>Those that are not removed.</summary>
    /// <exception cref="NotFoundException">The portfolio is absent or out of scope.</exception>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public async Task<IQueryable<Webhook>> InAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(portfolioId, cancellationToken)).RequireManager();
        return db.Webhooks.Where(w => w.PortfolioId == portfolioId && w.RemovedAt == null);
    }

    /// <summary>One of them.</summary>
    /// <param name="version">The caller's copy of it; null where that does not matter.</param>
    /// <exception cref="NotFoundException">The portfolio or the webhook is absent or out of scope.</exception>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public async Task<Webhook> LoadAsync(
        Guid portfolioId,
        Guid webhookId,
        long? version,
        CancellationToken cancellationToken
    )
    {
        var webhook =
            await (await InAsync(portfolioId, cancellationToken)).FirstOrDefaultAsync(
                w => w.Id == webhookId,
                cancellationToken
            ) ?? throw NotFoundException.Of("webhook", "webhook");
        if (version is { } known)
            webhook.RequireVersion(known);
        return webhook;
    }
}
