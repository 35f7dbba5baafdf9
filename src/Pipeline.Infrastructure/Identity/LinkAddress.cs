using Microsoft.Extensions.Configuration;
using Pipeline.Application.Access;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity;

/// <summary>
/// Where links lead: <c>Pipeline:Links:Address</c>, else the first address that is served. Never the host a request names: whoever asks for
/// somebody else's reset would choose where its secret goes.
/// </summary>
internal sealed class LinkAddress
{
    private const string Default = "http://localhost:5080";

    /// <exception cref="SettingException">The address that is set is none.</exception>
    public LinkAddress(IConfiguration configuration)
    {
        if (configuration["Pipeline:Links:Address"] is { Length: > 0 } given)
            Base =
                Checked(given)
                ?? throw new SettingException(
                    $"Pipeline:Links:Address is '{given}'; an address as https://pipeline.example.org is expected."
                );
        else
            // Kestrel's wildcards are no hosts that a browser could go to; an address that is none, the server refuses itself.
            Base =
                Checked(
                    Served(configuration)
                        .Replace("//*", "//localhost", StringComparison.Ordinal)
                        .Replace("//+", "//localhost", StringComparison.Ordinal)
                ) ?? Default;
    }

    /// <summary>The address under which people reach the program, without a slash at its end.</summary>
    public string Base { get; }

    /// <summary>The token stands behind a hash: browsers send that part to nobody, so that it stays out of logs and referrers.</summary>
    public string Of(LinkPurpose purpose, string token) =>
        $"{Base}/{(purpose == LinkPurpose.Invitation ? "invitation" : "password-reset")}#{token}";

    // As the server reads it: ports count only where no address is set.
    private static string Served(IConfiguration configuration) =>
        First(configuration["Urls"]) is { } url ? url
        : First(configuration["HTTP_PORTS"]) is { } port ? $"http://localhost:{port}"
        : First(configuration["HTTPS_PORTS"]) is { } securePort ? $"https://localhost:{securePort}"
        : Default;

    private static string? First(string? list) =>
        list?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private static string? Checked(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? address.TrimEnd('/')
            : null;
}
