using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What is recorded late changes what was effective then, but not what was known then.</summary>
public sealed class BackdatingTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Backdated_records_change_yesterday_but_not_yesterday_as_known_yesterday()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        var commitment = await project.CommitAsync(100, on: "2015-02-01");
        var (yesterday, known) = (api.Clock.Today, api.Clock.GetUtcNow());
        await api.DaysGoByAsync(1);

        (await project.DeliverAsync(commitment, 40, "2015-03-01")).ShouldBe(201);
        await project.CommitAsync(7, on: $"{yesterday:yyyy-MM-dd}");
        (await project.ReportAsync("advance", $"{yesterday:yyyy-MM-dd}")).ShouldBe(201);
        await project.TerritoriesAsync("Elsewhere");

        var asOf = (await fund.DashboardAsync($"?asOf={yesterday:yyyy-MM-dd}")).ShouldBe(200);
        Figures(asOf).Should().Be((10_107m, 40m, 1, 0));
        var asKnown = (
            await fund.DashboardAsync($"?asOf={yesterday:yyyy-MM-dd}&knownAt={known:yyyy-MM-ddTHH:mm:ss.fffffffZ}")
        ).ShouldBe(200);
        Figures(asKnown).Should().Be((10_100m, 0m, 0, 1));
        var before = (await fund.DashboardAsync("?asOf=2015-02-28")).ShouldBe(200);
        Figures(before).Should().Be((10_100m, 0m, 0, 1));
        (await fund.DashboardAsync("?asOf=2014-12-31"))
            .ShouldBe(200)
            .Number("projects.total")
            .Should()
            .Be(0, "nothing had begun");

        static (decimal?, decimal?, int, int) Figures(Reply d) =>
            (
                d.Figure("totals.committed.amount"),
                d.Figure("totals.delivered.amount"),
                d.Number("projects.byPhase.experimentation"),
                d.Number("projects.byPhase.conception")
            );
    }

    [Fact]
    public async Task Days_and_instants_to_come_are_refused()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.DashboardAsync($"?asOf={api.Clock.Today.AddDays(1):yyyy-MM-dd}")).ShouldBlame(
            "asOf",
            "date_in_future"
        );
        (await fund.DashboardAsync("?knownAt=9999-12-31T23:59:59Z")).ShouldBlame("knownAt", "date_in_future");
        (await fund.DashboardAsync("?asOf=yesterday")).ShouldBlame("asOf", "invalid_date");
        foreach (var written in new[] { "noon", "1,2", "01/02/2016", "12:00", "2016-01", "2016-1-1" })
            (await fund.DashboardAsync($"?knownAt={written}")).ShouldBlame("knownAt", "invalid_instant");
        (await fund.DashboardAsync("?knownAt=2016-01-01T00:00:00Z&knownAt=2016-01-01T00:00:00Z")).ShouldBlame(
            "knownAt",
            "invalid_instant"
        );
        (await fund.DashboardAsync("?knownAt=2016-01-01T01:00:00.25%2B01:00"))
            .ShouldBe(200)
            .Text("knownAt")
            .Should()
            .Be("2016-01-01T00:00:00.25Z");
        (await fund.DashboardAsync("?asOf=1900-01-01&knownAt=1900-01-01T00:00:00Z"))
            .ShouldBe(200)
            .Number("projects.total")
            .Should()
            .Be(0);
        (await fund.DashboardAsync("?asOf=1899-12-31")).ShouldBlame("asOf", "out_of_range");
        (await fund.DashboardAsync("?knownAt=0001-01-01T00:00:00Z")).ShouldBlame("knownAt", "out_of_range");
    }
}
