using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Pipeline.Infrastructure.Persistence;
using IPNetwork = System.Net.IPNetwork;

namespace Pipeline.Api.Hosting;

/// <summary>
/// Proxies whose word is taken for where a request came from, and whether it came over HTTPS: <c>Pipeline:Proxies</c>. Without any, forwarded
/// headers are what they are from anybody: claims.
/// </summary>
internal static class Proxies
{
    private const string Setting = "Pipeline:Proxies";

    public static bool Any(IConfiguration configuration) => configuration.Several(Setting).Count > 0;

    public static void UseProxies(this WebApplication app)
    {
        var known = app.Configuration.Several(Setting);
        if (known.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        // The framework trusts this machine by itself; here only what is named is trusted, hop by hop.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in known)
            options.KnownIPNetworks.Add(Parse(text));
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new(address, address.GetAddressBytes().Length * 8);
        throw new SettingException(
            $"{Setting} holds '{text}'; an address such as 10.0.0.5 or a network such as 10.0.0.0/24 is expected."
        );
    }
}
