using System.Net;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting;

/// <summary>Where the process is going to listen, as the server itself reads it from the configuration.</summary>
internal static class Addresses
{
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
            throw new SettingException(
                $"'{url}' is no address to listen at; something like http://localhost:5080 is expected."
            );
        }
    }
}
