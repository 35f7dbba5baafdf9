using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Infrastructure;

namespace Pipeline.Api.Hosting.Telemetry;

/// <summary>
/// OpenTelemetry: traces of requests, of commands to the database and of deliveries; the meters of the product, the framework and the runtime; logs
/// with the ids of their traces. The variables of the standard (<c>OTEL_…</c>) say the rest (docs/operations.md).
/// </summary>
internal static class TelemetrySetup
{
    private const string Service = "pipeline",
        // The product's own activities, by the folder that they come from.
        Sources = "Pipeline.*";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var settings = TelemetrySettings.Read(builder.Configuration);
        if (settings.IsOff)
            return;
        builder.Services.AddSingleton(settings);
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, builder.Configuration))
            .WithMetrics(metrics => Measure(metrics, settings));
        if (settings.MetricsPort is { } port)
            builder.ListenAlsoAt(port);
        if (settings.Collector is null)
            return;
        // The library reads the standard's variable, adds each signal's path to it and picks the protocol: one name for both.
        builder.Configuration[TelemetrySettings.StandardCollector] = settings.Collector.OriginalString;
        telemetry
            .WithTracing(Trace)
            .WithLogging(_ => { }, logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, true))
            .UseOtlpExporter();
    }

    /// <summary>Before everything else: what comes in at the metrics' port sees the metrics alone, and they are seen nowhere else.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (app.Services.GetService<TelemetrySettings>()?.MetricsPort is { } port)
            app.MapWhen(
                context => context.Connection.LocalPort == port,
                // The pattern of the exporter's middleware ends the request; any other path falls through to a bare 404.
                branch => branch.UseOpenTelemetryPrometheusScrapingEndpoint()
            );
    }

    private static void Describe(ResourceBuilder resource, ConfigurationManager configuration)
    {
        // Whoever names the service by the standard's variable is right.
        if (string.IsNullOrWhiteSpace(configuration["OTEL_SERVICE_NAME"]))
            resource.AddService(Service, serviceVersion: ProductVersion.Full, autoGenerateServiceInstanceId: true);
    }

    private static void Measure(MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        metrics.AddMeter(PipelineMetrics.Meter, "System.Runtime").AddAspNetCoreInstrumentation();
        if (settings.MetricsPort is not null)
            metrics.AddPrometheusExporter();
    }

    private static void Trace(TracerProviderBuilder traces) =>
        traces
            .AddSource(Sources)
            .AddAspNetCoreInstrumentation(options =>
            {
                // Probes come every few seconds and say nothing.
                options.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                // An address may hold a secret (a calendar's, a link's) or what somebody searches for; the route never does.
                options.EnrichWithHttpResponse = (activity, response) =>
                    activity
                        .SetTag("url.path", response.HttpContext.RouteOf())
                        .SetTag("url.query", null)
                        .SetTag("client.address", null);
            })
            .AddHttpClientInstrumentation(options =>
                // A receiver's address may be a secret as a whole: which server it is says enough.
                options.EnrichWithHttpRequestMessage = (activity, request) =>
                    activity.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority))
            )
            // The text of commands: their values are parameters, and the library blanks what stands in the text itself.
            .AddEntityFrameworkCoreInstrumentation(options =>
                // A command that belongs to nothing is the outbox being looked at, every two seconds.
                options.Filter = (_, _) => Activity.Current?.ParentId is not null
            );
}
