using System.Net;
using System.Net.Sockets;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>Finds the addresses of a name.</summary>
internal interface IHostLookup
{
    /// <summary>All of them, at least one.</summary>
    /// <exception cref="SocketException">There are none, or nobody could say.</exception>
    Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken);
}

/// <summary>As the machine resolves names.</summary>
internal sealed class DnsLookup : IHostLookup
{
    public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken) =>
        Dns.GetHostAddressesAsync(host, cancellationToken);
}
