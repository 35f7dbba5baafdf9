using Pipeline.Domain.Common;

namespace Pipeline.Application.Webhooks;

/// <summary>Where messages may be sent to.</summary>
public interface IWebhookAddresses
{
    /// <summary>
    /// Refuses an address that leads to where no message is sent, as its name resolves now. A name that does not resolve passes: each connection looks again.
    /// </summary>
    /// <exception cref="InvalidValueException"><c>invalid_link</c>, <c>webhook_address_not_allowed</c>.</exception>
    Task RequireAllowedAsync(string url, string field, CancellationToken cancellationToken);
}
