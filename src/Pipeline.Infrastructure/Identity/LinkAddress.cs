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
    private readonly string _base;

    /// <exception cref="SettingException">The address is none.</exception>
    public LinkAddress(IConfiguration configuration)
    {
        var given = configuration["Pipeline:Links:Address"] is { Length: > 0 } set ? set : configuration["Urls"]?.Split(';')[0] is { Length: > 0 } served ? served : "http://localhost:5080";
        // Kestrel's wildcards are no hosts that a browser could go to.
        _base = given.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).TrimEnd('/');
        if (!Uri.TryCreate(_base, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new SettingException($"Pipeline:Links:Address is '{given}'; an address as https://pipeline.example.org is expected.");
    }

    /// <summary>The token stands behind a hash: browsers send that part to nobody, so that it stays out of logs and referrers.</summary>
    public string Of(LinkPurpose purpose, string token) => $"{_base}/{(purpose == LinkPurpose.Invitation ? "invitation" : "password-reset")}#{token}";
}
