using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>
/// Refuses an address to which no message would be sent; the portfolio's managers. It is asked before a webhook is written, since looking a name up can
/// take its time, which no transaction should wait for.
/// </summary>
public sealed record CheckWebhookAddress(Guid PortfolioId, string Url) : IQuery<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.ManagersOnly, WebhookRefusals.InvalidAddress, WebhookRefusals.AddressNotAllowed];
}

internal sealed class CheckWebhookAddressHandler(WebhookAccess webhooks, IWebhookAddresses addresses)
    : IRequestHandler<CheckWebhookAddress, Unit>
{
    public async Task<Unit> Handle(CheckWebhookAddress request, CancellationToken cancellationToken)
    {
        await webhooks.InAsync(request.PortfolioId, cancellationToken);
        await addresses.RequireAllowedAsync(request.Url, "url", cancellationToken);
        return Unit.Value;
    }
}
