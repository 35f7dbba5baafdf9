using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>The webhooks of a portfolio; its managers.</summary>
public sealed record ListWebhooks(Guid PortfolioId) : IQuery<Listed<WebhookReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

internal sealed class ListWebhooksHandler(WebhookAccess webhooks) : IRequestHandler<ListWebhooks, Listed<WebhookReply>>
{
    public async Task<Listed<WebhookReply>> Handle(ListWebhooks request, CancellationToken cancellationToken) =>
        new(
            await (await webhooks.InAsync(request.PortfolioId, cancellationToken))
                .OrderBy(w => w.CreatedAt)
                .ThenBy(w => w.Id)
                .Select(WebhookReply.From)
                .ToListAsync(cancellationToken)
        );
}
