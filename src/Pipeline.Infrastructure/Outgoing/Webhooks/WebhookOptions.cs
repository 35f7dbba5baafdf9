using System.Net;
using Microsoft.Extensions.Configuration;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>How webhooks are sent: <c>Pipeline:Webhooks:*</c>.</summary>
internal sealed class WebhookOptions
{
    private const string Section = "Pipeline:Webhooks";

    /// <summary>Whether http addresses are taken too: for tests.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Seconds that an attempt may take, its answer included.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Networks that are sent to although they are private.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; private set; } = [];

    /// <summary>The settings.</summary>
    /// <exception cref="SettingException">A value cannot be.</exception>
    public static WebhookOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = section.Get<WebhookOptions>() ?? new();
        if (options.TimeoutSeconds is < 1 or > 30)
            throw new SettingException($"{Section}:TimeoutSeconds is a whole number from 1 to 30.");
        var networks = section.GetSection("AllowedNetworks");
        // A list, or one value with commas.
        options.Networks =
        [
            .. networks
                .GetChildren()
                .Select(child => child.Value ?? "")
                .Append(networks.Value ?? "")
                .SelectMany(value =>
                    value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .Select(Parse),
        ];
        return options;
    }

    private static IPNetwork Parse(string text) =>
        IPNetwork.TryParse(text, out var network)
            ? network
            : throw new SettingException(
                $"{Section}:AllowedNetworks holds '{text}'; a network such as 10.0.0.0/24 is expected."
            );
}
