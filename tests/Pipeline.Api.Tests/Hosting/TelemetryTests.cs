using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What an instance tells those who watch it, as they receive it: over OTLP, and at the port that Prometheus reads.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Secret = "Zebulon-the-searched-for";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-telemetry-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_collector_receives_traces_metrics_and_logs_and_nothing_that_people_typed()
    {
        await using var collector = await Collector.StartAsync();
        var settings = Settings;
        settings["Pipeline__Telemetry__Otlp"] = collector.Address;
        settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "200";
        settings["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
        await using (var served = await ServedProgram.StartAsync(_folder, settings))
        {
            await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
            using (await served.Http.GetAsync(new Uri($"/api/v1/projects?q={Secret}", UriKind.Relative))) { }
            using (await served.Http.GetAsync(new Uri($"/api/v1/projects/{Guid.AllBitsSet}", UriKind.Relative))) { }
            // Meters go out at their interval; traces and logs that are still here, at the end.
            for (var i = 0; i < 300 && !collector.TextOf("/v1/metrics").Contains("pipeline.files"); i++)
                await Task.Delay(100);
            served.Terminate();
            (await served.EndAsync()).Should().Be(0);
        }

        collector
            .TextOf("/v1/traces")
            .Should()
            .Contain("/projects/{id")
            .And.Contain("FROM \"Projects\"")
            .And.NotContain("FROM \"Outbox\"");
        collector.TextOf("/v1/metrics").Should().Contain("http.server.request.duration").And.Contain("pipeline.files");
        collector.TextOf("/v1/logs").Should().Contain("Pipeline.Requests");
        foreach (var signal in new[] { "/v1/traces", "/v1/metrics", "/v1/logs" })
            collector
                .TextOf(signal)
                .Should()
                .NotContain(Secret)
                .And.NotContain(PipelineApi.AdministratorEmail)
                .And.NotContain(PipelineApi.Password);
    }

    [Fact]
    public async Task A_collector_that_is_away_delays_nothing()
    {
        var settings = Settings;
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{ServedProgram.FreePort()}";
        await using var served = await ServedProgram.StartAsync(_folder, settings);
        await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        using var answer = await served.Http.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        ((int)answer.StatusCode).Should().Be(200);
        served.Terminate();
        (await served.EndAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Prometheus_reads_at_a_port_of_its_own_and_nothing_else_is_there()
    {
        var port = ServedProgram.FreePort();
        var settings = Settings;
        settings["Pipeline__Metrics__Port"] = $"{port}";
        await using var served = await ServedProgram.StartAsync(_folder, settings);
        await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        using var watcher = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var metrics = await watcher.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        metrics
            .Should()
            .Contain("http_server_request_duration_seconds_count")
            .And.Contain("pipeline_files_running")
            .And.Contain("pipeline_reports_pending")
            .And.Contain("dotnet_process_memory_working_set_bytes");
        foreach (var path in new[] { "/", "/health/live", "/api/v1/me", "/openapi/v1.json" })
            ((int)(await watcher.GetAsync(new Uri(path, UriKind.Relative))).StatusCode).Should().Be(404, path);
        ((int)(await served.Http.GetAsync(new Uri("/metrics", UriKind.Relative))).StatusCode).Should().NotBe(200);
    }

    [Theory]
    [InlineData("Pipeline__Telemetry__Otlp", "somewhere", "Pipeline:Telemetry:Otlp is 'somewhere'")]
    [InlineData("Pipeline__Metrics__Port", "0", "Pipeline:Metrics:Port is '0'")]
    [InlineData("Pipeline__Metrics__Port", "70000", "Pipeline:Metrics:Port is '70000'")]
    [InlineData("Pipeline__Metrics__Port", "5080", "where the API listens")]
    public async Task A_setting_that_cannot_be_stops_the_start(string key, string value, string expected)
    {
        var settings = Settings;
        settings[key] = value;
        var run = await CommandLine.RunAsync(_folder, [], settings);
        (run.ExitCode, run.Error).Should().Match<(int, string)>(r => r.Item1 == 1 && r.Item2.Contains(expected));
    }

    private Dictionary<string, string> Settings => PipelineApi.SettingsIn(_folder);

    /// <summary>What receives OTLP over HTTP: it keeps the bytes, in which texts stand as they are.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly Dictionary<string, StringBuilder> _received = [];

        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var collector = new Collector(app);
            app.Run(collector.ReceiveAsync);
            await app.StartAsync();
            return collector;
        }

        public string TextOf(string signal)
        {
            lock (_received)
                return _received.TryGetValue(signal, out var text) ? text.ToString() : "";
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task ReceiveAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            lock (_received)
            {
                if (!_received.TryGetValue(context.Request.Path, out var text))
                    _received.Add(context.Request.Path, text = new StringBuilder());
                text.Append(Encoding.Latin1.GetString(body.ToArray()));
            }
        }
    }
}
