using System.Net;
using System.Net.Sockets;
using Pipeline.Application.Webhooks;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>
/// Keeps messages out of networks that only this machine reaches. A name is resolved once for a connection, every address that it has is judged, and one
/// of those is dialled: what the name says a moment later does not matter.
/// </summary>
internal sealed class AddressGuard(WebhookOptions options, IHostLookup lookup) : IWebhookAddresses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public async Task RequireAllowedAsync(string url, string field, CancellationToken cancellationToken)
    {
        if (!TryParse(url, out var address))
            throw WebhookRefusals.InvalidAddress.At(field);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await ResolveAsync(address.IdnHost, limit.Token);
        }
        catch (ArgumentException)
        {
            // No name at all, as the lookup sees it: too long, most often.
            throw WebhookRefusals.InvalidAddress.At(field);
        }
        catch (AddressRefusedException)
        {
            throw WebhookRefusals.AddressNotAllowed.With(address.DnsSafeHost).At(field);
        }
        catch (Exception e)
            when (e is SocketException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            // Nobody knows the name at the moment.
        }
    }

    /// <summary>The addresses of a name.</summary>
    /// <exception cref="AddressRefusedException">One of them is not to be sent to.</exception>
    /// <exception cref="SocketException">There are none.</exception>
    /// <exception cref="ArgumentException">It cannot be a name.</exception>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        // A dot at the end names the same.
        var name = host.TrimEnd('.');
        // An address is its own; the lookup would take exception to those that mean any. Every name of localhost is this machine, whoever looks it up (RFC 6761).
        var found =
            IPAddress.TryParse(name, out var literal) ? [literal]
            : $".{name}".EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) ? [IPAddress.Loopback]
            : await lookup.FindAsync(host, cancellationToken);
        var addresses = Array.ConvertAll(found, PublicAddresses.Plain);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        return Array.TrueForAll(addresses, IsAllowed) ? addresses : throw new AddressRefusedException();
    }

    /// <summary>Connects to a host as it resolves at this moment.</summary>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var addresses = await ResolveAsync(context.DnsEndPoint.Host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool TryParse(string url, out Uri address) =>
        Uri.TryCreate(url, UriKind.Absolute, out address!)
        && Guard.FitsHeader(url)
        && (address.Scheme == Uri.UriSchemeHttps || (options.AllowHttp && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0
        && address.Fragment.Length == 0
        && address.DnsSafeHost.Length > 0
        && address.Port > 0
        && IsName(address);

    // Letters of other widths and scripts are taken for what they are dialled as.
    private static bool IsName(Uri address)
    {
        try
        {
            return address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private bool IsAllowed(IPAddress address) =>
        PublicAddresses.Contain(address) || options.Networks.Any(network => network.Contains(address));
}
