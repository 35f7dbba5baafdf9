using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting.Telemetry;

/// <summary>Whether and where the process tells what it does: <c>Pipeline:Telemetry:Otlp</c> and <c>Pipeline:Metrics:Port</c>.</summary>
/// <param name="Collector">Where traces, metrics and logs are sent over OTLP; <see langword="null"/> keeps all of it here.</param>
/// <param name="MetricsPort">Where Prometheus reads <c>/metrics</c>; <see langword="null"/> listens nowhere.</param>
internal sealed record TelemetrySettings(Uri? Collector, int? MetricsPort)
{
    /// <summary>The standard's own name for the collector's address.</summary>
    public const string StandardCollector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string CollectorKey = "Pipeline:Telemetry:Otlp",
        PortKey = "Pipeline:Metrics:Port";

    /// <summary>Nothing is told: nothing is measured for it either.</summary>
    public bool IsOff => Collector is null && MetricsPort is null;

    /// <exception cref="SettingException">The address is none, or the port is none.</exception>
    public static TelemetrySettings Read(IConfiguration configuration) =>
        new(
            Address(configuration, CollectorKey) ?? Address(configuration, StandardCollector),
            string.IsNullOrWhiteSpace(configuration[PortKey]) ? null : Port(configuration)
        );

    private static Uri? Address(IConfiguration configuration, string key)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException($"{key} is '{text}'; an address like http://localhost:4317 is expected.");
    }

    private static int Port(IConfiguration configuration)
    {
        var port = configuration.Positive(PortKey, 0);
        if (port > ushort.MaxValue)
            throw new SettingException($"{PortKey} is '{port}'; a port up to {ushort.MaxValue} is expected.");
        return Addresses.Of(configuration).All(address => address.Port != port)
            ? port
            : throw new SettingException(
                $"{PortKey} is '{port}', where the API listens; a port of its own is expected."
            );
    }
}
