using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Outgoing.Mail;
using Pipeline.Api.Tests.Webhooks;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What an instance tells those who watch it, as they receive it: over OTLP, and at the port that Prometheus reads.</summary>
[SqliteOnly("The program that is watched has the file that it makes by itself.")]
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
    public async Task What_goes_out_is_told_in_the_trace_of_its_cause()
    {
        await using var collector = await Collector.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        await using var mails = MailServer.Start();
        var settings = new Dictionary<string, string>(ServedLedgers.Settings(_folder))
        {
            ["Pipeline__Telemetry__Otlp"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["Pipeline__Webhooks__AllowHttp"] = "true",
            ["Pipeline__Webhooks__AllowedNetworks"] = "127.0.0.0/8",
            ["Pipeline__Mail__Host"] = "127.0.0.1",
            ["Pipeline__Mail__Port"] = $"{mails.Port}",
            ["Pipeline__Mail__Security"] = "none",
            ["Pipeline__Mail__From"] = "pipeline@example.org",
        };
        string trace;
        await using (var served = await ServedProgram.StartAsync(_folder, settings))
        {
            var administrator = new Client(served.Http);
            await administrator.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
            var ledgers = await ServedLedgers.OpenAsync(administrator);
            (
                await administrator.PostAsync(
                    $"portfolios/{ledgers.PortfolioId}/webhooks",
                    new { url = receiver.Url, events = new[] { "project.created" } }
                )
            ).ShouldBe(201);
            await ToldByMailAsync(served, administrator, ledgers);
            using var content = JsonContent.Create(ledgers.Project("TRACED"));
            using var answer = await served.Http.PostAsync(new Uri("/api/v1/projects", UriKind.Relative), content);
            trace = answer.Headers.GetValues("X-Request-Id").Single();
            await Eventually.Async(
                () => Task.FromResult(collector.TextOf("/v1/traces")),
                text =>
                    text.Contains("send webhook", StringComparison.Ordinal)
                    && text.Contains("send mail", StringComparison.Ordinal)
            );
            served.Terminate();
            (await served.EndAsync()).Should().Be(0);
        }

        // A span begins with its trace, itself, and the span that it belongs to; then, perhaps after flags, its name.
        var traces = collector.TextOf("/v1/traces");
        foreach (var name in new[] { "deliver project.created", "send webhook", "send mail" })
            traces
                .Should()
                .MatchRegex(
                    $"(?s){Regex.Escape(Encoding.Latin1.GetString(Convert.FromHexString(trace)))}\x12\x08.{{8}}\x22\x08.{{8}}.{{0,8}}{name}",
                    "{0} has the trace of the request",
                    name
                );
        traces.Should().NotContain(receiver.Url, "its path may be a secret").And.NotContain("told@test.pipeline");
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
            .And.Contain("dotnet_process_memory_working_set_bytes")
            .And.NotMatchRegex("http_server_request_duration[^\\n]*/health/", "nobody is woken for a probe");
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

    // Somebody who sees the portfolio and is told of new projects at once.
    private static async Task ToldByMailAsync(ServedProgram served, Client administrator, ServedLedgers ledgers)
    {
        var user = new
        {
            email = "told@test.pipeline",
            name = "Told",
            password = ServedLedgers.Password,
        };
        var id = (await administrator.PostAsync("users", user)).ShouldBe(201).Id("id");
        (
            await administrator.PutAsync($"portfolios/{ledgers.PortfolioId}/members/{id}", new { role = "investor" })
        ).ShouldBe(200);
        using var http = new HttpClient { BaseAddress = served.Address };
        var told = new Client(http);
        await told.SignInAsync(user.email, user.password);
        var preferences = new[] { new { kind = "project.created", mail = "atOnce" } };
        (await told.PutAsync("me/notification-preferences", new { preferences }, "*")).ShouldBe(200);
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
