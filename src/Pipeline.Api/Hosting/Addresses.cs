using System.Net;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting;

/// <summary>Where the process is going to listen, as the server itself reads it from the configuration.</summary>
internal static class Addresses
{
    private const string Default = "http://localhost:5080";

    /// <summary>
    /// Listens at port 5080 of this machine when nothing else was said. Not by the shipped <c>appsettings.json</c>: an address there would win over
    /// <c>ASPNETCORE_URLS</c> and <c>ASPNETCORE_HTTP_PORTS</c>, with which containers say where to listen.
    /// </summary>
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (Of(builder.Configuration).Count == 0)
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>Listens at one more port, on every address of the machine, whatever was said about the others.</summary>
    public static void ListenAlsoAt(this WebApplicationBuilder builder, int port)
    {
        if (builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            builder.Configuration["Kestrel:Endpoints:Metrics:Url"] = $"http://*:{port}";
        else
            builder.WebHost.UseUrls([
                .. Of(builder.Configuration).Select(address => address.ToString()),
                $"http://*:{port}",
            ]);
    }

    /// <summary>Each address, in the server's order of precedence: named endpoints, then addresses, then ports of every address.</summary>
    /// <exception cref="SettingException">One is no address.</exception>
    public static IReadOnlyList<BindingAddress> Of(IConfiguration configuration)
    {
        var endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"])
            .OfType<string>()
            .ToList();
        if (endpoints.Count > 0)
            return [.. endpoints.Select(Parse)];
        var urls = (configuration["Urls"] ?? "").Split(
            ';',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return urls.Length > 0
            ? [.. urls.Select(Parse)]
            : [.. Ports(configuration, "http"), .. Ports(configuration, "https")];
    }

    /// <summary>Nobody but this machine reaches it.</summary>
    public static bool IsLoopback(this BindingAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static IEnumerable<BindingAddress> Ports(IConfiguration configuration, string scheme) =>
        (configuration[$"{scheme.ToUpperInvariant()}_PORTS"] ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(port => Parse($"{scheme}://*:{port}"));

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new SettingException($"'{url}' is no address to listen at; something like {Default} is expected.");
        }
    }
}
