using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What an operator can draw of the product's life.</summary>
public sealed class MetricsTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Transitions_are_counted_by_trigger_and_status_and_the_queue_is_measured()
    {
        using var collected = new Collected(api);
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var (manager, second) = (await fund.MemberAsync("manager"), await fund.MemberAsync("manager"));
        var ids = new List<Guid>();
        for (var i = 0; i < 2; i++)
            ids.Add(await ReportTwiceAsync(await fund.ProjectAsync(), manager));
        collected
            .Sum("pipeline.transitions", "advance", "pending")
            .Should()
            .Be(2, "an answer that is given again is one report");
        var mistake = await fund.ProjectAsync();
        await ReportTwiceAsync(mistake, manager);
        (await api.Administrator.PostAsync($"{mistake.Path}/void", new { reason = "Entered twice" })).ShouldBe(204);
        collected.Last("pipeline.reports.pending").Should().Be(2, "nobody answers for what was taken back");

        (
            await second.PostAsync(
                $"portfolios/{fund.Id}/decisions",
                new { decisions = ids.Select(id => new { transitionId = id, decision = "approve" }) }
            )
        ).ShouldBe(200);
        collected.Sum("pipeline.transitions", "advance", "effective").Should().Be(2);
        collected.Last("pipeline.reports.pending").Should().Be(0);
    }

    [Fact]
    public async Task Files_are_counted_in_and_out()
    {
        using var collected = new Collected(api);
        var fund = await Fund.OpenAsync(api);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx")).ShouldBe(200);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?asOf=2999-01-01")).ShouldBe(422);
        collected.Sum("pipeline.export.rows", "report").Should().Be(0, "the portfolio is empty");
        collected.Count("pipeline.export.duration", "report", "written").Should().Be(1);
        collected.Count("pipeline.export.duration", "report", "failed").Should().Be(1);

        await fund.ProjectAsync();
        (await api.Administrator.GetAsync($"projects/export.csv?portfolioId={fund.Id}")).ShouldBe(200);
        collected.Sum("pipeline.export.rows", "projects").Should().Be(1);
        collected.Count("pipeline.export.duration", "projects", "written").Should().Be(1);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv")).ShouldBe(200);
        collected.Count("pipeline.export.duration", "subsidies", "written").Should().Be(1);

        (
            await api.Administrator.UploadAsync(
                $"imports?portfolioId={fund.Id}",
                "grants.csv",
                Encoding.UTF8.GetBytes("Identifier,Title\n1,x\n")
            )
        ).ShouldBe(422);
        collected.Sum("pipeline.imports", "refused").Should().Be(1);
    }

    [Fact]
    public async Task Requests_are_measured_by_the_framework()
    {
        using var collected = new Collected(api);
        (await api.Administrator.GetAsync("projects/none")).ShouldBe(404);
        // The host measures a request when it is over, which may be after its answer was read.
        await Eventually.Async(
            () => Task.FromResult(collected.Count("http.server.request.duration", "404")),
            count => count > 0
        );
    }

    private async Task<Guid> ReportTwiceAsync(TestProject project, Client manager)
    {
        await project.MeetFirstGateAsync();
        var (etag, key) = (await project.ETagAsync(), Guid.CreateVersion7(api.Clock.GetUtcNow()));
        var reports = new List<Reply>();
        for (var i = 0; i < 2; i++)
            reports.Add(
                (
                    await manager.PostAsync(
                        $"{project.Path}/transitions",
                        new { trigger = "advance", effectiveOn = "2016-01-01" },
                        etag,
                        key
                    )
                ).ShouldBe(201)
            );
        reports[1].Replayed.Should().BeTrue();
        return reports[0].Id("id");
    }

    /// <summary>What the meters of one host say, and not those of the tests beside it.</summary>
    private sealed class Collected : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Instrument, double Value, IReadOnlyList<string> Tags)> _values = new();

        public Collected(PipelineApi api)
        {
            var factory = api.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public double Sum(string instrument, params string[] tags) => Of(instrument, tags).Sum(v => v.Value);

        public int Count(string instrument, params string[] tags) => Of(instrument, tags).Count();

        public double Last(string instrument)
        {
            _listener.RecordObservableInstruments();
            return Of(instrument, []).Last().Value;
        }

        public void Dispose() => _listener.Dispose();

        private IEnumerable<(string Instrument, double Value, IReadOnlyList<string> Tags)> Of(
            string instrument,
            string[] tags
        ) => _values.Where(v => v.Instrument == instrument && tags.All(v.Tags.Contains));

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var texts = new List<string>();
            foreach (var (_, tag) in tags)
                texts.Add($"{tag}");
            _values.Enqueue((instrument.Name, value, texts));
        }
    }
}
