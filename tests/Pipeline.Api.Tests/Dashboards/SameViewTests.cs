using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Exports;
using Pipeline.Application.Ledgers;
using Xunit.Abstractions;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What was answered is answered again, whatever is written, edited or waited for in between (docs/adr/0018, docs/adr/0019).</summary>
[UseCases(typeof(GetDashboard), typeof(GetProjectRatios), typeof(GetPortfolioReport), typeof(GetSubsidies))]
public sealed class SameViewTests(PipelineApi api, ITestOutputHelper output) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_later_target_does_not_turn_what_was_met_into_missed()
    {
        var (fund, project) = await FundedAsync();
        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        var ratios = (await api.Administrator.GetAsync($"{project.Path}/ratios")).ShouldBe(200);
        dashboard.Text("ratios.capacityBuilding.committed.status").Should().Be("met");

        await PolicyAsync(fund, target: 0.9m);

        await SameAsync($"portfolios/{fund.Id}/dashboard", dashboard);
        await SameAsync($"{project.Path}/ratios", ratios);
        var now = (await fund.DashboardAsync()).ShouldBe(200);
        now.Text("ratios.capacityBuilding.committed.status").Should().Be("missed");
        now.Figure("ratios.capacityBuilding.target").Should().Be(0.9m);
    }

    [Fact]
    public async Task Later_reference_data_are_not_shown_in_earlier_views()
    {
        var (fund, project) = await FundedAsync();
        var ratios = (await api.Administrator.GetAsync($"{project.Path}/ratios")).ShouldBe(200);
        var before = (await fund.DashboardAsync()).ShouldBe(200);
        var reference = (await api.Administrator.GetAsync("reference")).ShouldBe(200);
        var needs = reference.Items("needProfile.items").Select(n => n.DeepClone()).ToList();
        foreach (var need in needs)
            need["need"] = 3 - need["need"]!.GetValue<int>();

        (await api.Administrator.PutAsync("reference/need-profile", new { items = needs }, "*")).ShouldBe(200);
        (
            await api.Administrator.PutAsync("reference/ratio-references", new { items = Array.Empty<object>() }, "*")
        ).ShouldBe(200);

        await SameAsync($"portfolios/{fund.Id}/dashboard", before);
        await SameAsync($"{project.Path}/ratios", ratios);
        var between = (await fund.DashboardAsync()).ShouldBe(200);
        between.Items("ratios.capacityBuilding.references").Should().BeEmpty();
        foreach (var need in needs)
            need["need"] = 1;
        (await api.Administrator.PutAsync("reference/need-profile", new { items = needs }, "*")).ShouldBe(200);
        await SameAsync($"portfolios/{fund.Id}/dashboard", before);
        await SameAsync($"portfolios/{fund.Id}/dashboard", between);
    }

    [Fact]
    public async Task What_waits_for_a_decision_is_counted_in_days_of_the_view()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        (await project.ReportAsync("advance", "2015-06-01", by: await project.OwnerAsync())).ShouldBe(201);
        await api.DaysGoByAsync(15);
        var overdue = (await fund.DashboardAsync()).ShouldBe(200);
        overdue.Items("attention").Select(a => (string)a["code"]!).Should().Contain("review_overdue");

        await api.DaysGoByAsync(1);

        await SameAsync($"portfolios/{fund.Id}/dashboard", overdue);
        (await fund.DashboardAsync()).Items("attention").Single(a => (string)a["code"]! == "review_overdue")["message"]!
            .GetValue<string>()
            .Should()
            .Contain("16 days");
        await PolicyAsync(fund, reviewDays: 30);
        (await fund.DashboardAsync())
            .Items("attention")
            .Select(a => (string)a["code"]!)
            .Should()
            .NotContain("review_overdue");
        await SameAsync($"portfolios/{fund.Id}/dashboard", overdue);
    }

    [Fact]
    public async Task Open_warnings_are_those_of_what_was_known()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        (await project.ReportAsync("advance", "2015-06-01")).ShouldBe(201);
        var open = (await fund.DashboardAsync()).ShouldBe(200);
        open.Items("attention").Select(a => (string)a["code"]!).Should().Contain("warnings_open");

        await project.EvaluateAsync("experimentation", "relevance", "narrated", "2015-07-01");
        var commitment = await project.CommitAsync(100);
        (await project.DeliverAsync(commitment, 50)).ShouldBe(201);
        await api.DaysGoByAsync(0.01);

        (await fund.DashboardAsync())
            .Items("attention")
            .Select(a => (string)a["code"]!)
            .Should()
            .NotContain("warnings_open");
        await SameAsync($"portfolios/{fund.Id}/dashboard", open);
    }

    [Fact]
    public async Task What_was_renamed_or_moved_since_is_shown_as_it_was()
    {
        var (fund, project) = await FundedAsync();
        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        var book = await BookAsync(fund);
        var query = $"?asOf={dashboard.Text("asOf")}&knownAt={Uri.EscapeDataString(dashboard.Text("knownAt"))}";
        var subsidies = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv{query}")).ShouldBe(200);

        await project.DescribeAsync(modelled: true, takeOver: new { kind = "market", name = "The market" });
        await project.TerritoriesAsync("Nanterre", "Rennes");
        await PolicyAsync(fund, target: 0.5m, name: "Another name");
        (
            await api.Administrator.PutAsync(
                $"organisations/{fund.OrganisationId}",
                new { name = "Another organisation", actorProfile = "investor" },
                "*"
            )
        ).ShouldBe(200);

        await SameAsync($"portfolios/{fund.Id}/dashboard", dashboard);
        (await BookAsync(fund, query)).ShouldBeTheSameAs(book);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/subsidies.csv{query}"))
            .ShouldBe(200)
            .Bytes.Should()
            .Equal(subsidies.Bytes);
    }

    [Fact]
    public async Task An_instant_that_nothing_was_recorded_at_is_answered_with_the_newest_one()
    {
        var fund = await Fund.OpenAsync(api);
        var asked = api.Clock.GetUtcNow();
        var reply = (await fund.DashboardAsync($"?knownAt={asked.UtcDateTime:O}")).ShouldBe(200);
        reply["knownAt"]!.GetValue<DateTimeOffset>().Should().BeBefore(asked);
    }

    [Fact]
    public async Task A_clock_that_goes_back_records_nothing_before_what_was_answered()
    {
        var fund = await Fund.OpenAsync(api);
        var before = (await fund.DashboardAsync()).ShouldBe(200);
        api.Clock.Advance(TimeSpan.FromMinutes(-5));
        try
        {
            await fund.ProjectAsync();
            await SameAsync($"portfolios/{fund.Id}/dashboard", before);
            (await fund.DashboardAsync()).ShouldBe(200).Number("projects.total").Should().Be(1);
        }
        finally
        {
            api.Clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public Task Readers_among_writers_are_answered_the_same_again() => new ViewRun(api, output).RunAsync();

    private async Task<(Fund, TestProject)> FundedAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync(tags: new { summary = "As it began" });
        await project.CommitAsync(7_000);
        await project.CommitAsync(3_000, lever: "expertiseAndNetworks");
        return (fund, project);
    }

    private async Task PolicyAsync(Fund fund, decimal target = 0.22m, int reviewDays = 14, string? name = null) =>
        (
            await api.Administrator.PutAsync(
                $"portfolios/{fund.Id}",
                new
                {
                    code = fund.Code,
                    currency = fund.Currency,
                    name = name ?? $"Fund {fund.Code}",
                    organisationId = fund.OrganisationId,
                    policy = new
                    {
                        reviewRequired = true,
                        capacityBuildingTarget = target,
                        evaluationCeiling = 0.1,
                        severities = new { },
                        reviewDays,
                    },
                },
                "*"
            )
        ).ShouldBe(200);

    private async Task SameAsync(string path, Reply answered)
    {
        var query = $"?asOf={answered.Text("asOf")}&knownAt={Uri.EscapeDataString(answered.Text("knownAt"))}";
        var again = (await api.Administrator.GetAsync(path + query)).ShouldBe(200);
        JsonNode.DeepEquals(again.Json, answered.Json).Should().BeTrue($"{again.Json}\n\nwas\n\n{answered.Json}");
    }

    private async Task<ViewedBook> BookAsync(Fund fund, string query = "") =>
        ViewedBook.Read(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx{query}")).ShouldBe(200).Bytes
        );
}
