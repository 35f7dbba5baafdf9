using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A ratio is a project's, of all books, and judged where the project is led; what is shown stands on its side of every bound.</summary>
public sealed class WholeProjectRatioTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task What_a_co_funder_gives_is_no_ratio_of_the_project()
    {
        var (lead, helper) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (met, missed) = (await SharedAsync(lead, helper), await SharedAsync(lead, helper));
        await met.CommitAsync(950);
        await HelpAsync(met, helper, 50, "evaluation");
        await missed.CommitAsync(50, lever: "evaluation");
        await HelpAsync(missed, helper, 100, "funding");

        (await EvaluationAsync(met)).Should().Be((0.05m, "met"));
        (await EvaluationAsync(missed)).Should().Be((0.3333m, "missed"));
        (await MissedAsync(helper)).Should().BeEmpty("whoever leads is told");
        (await MissedAsync(lead)).Should().Equal((missed.Id, "committed evaluation share 33.3%, ceiling 10%"));
        (await SheetAsync(lead, met)).Should().Be(("50", "1000", "Met"));
        (await SheetAsync(lead, missed)).Should().Be(("50", "150", "Missed"));
        (await SheetAsync(helper, met)).Should().Be(("50", "50", ""), "a part of a project is not judged");
    }

    [Fact]
    public async Task What_is_missed_is_not_shown_as_what_would_be_near()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(802.01m);
        await project.CommitAsync(197.99m, lever: "expertiseAndNetworks");
        var shown = (await api.Administrator.GetAsync($"{project.Path}/ratios")).ShouldBe(200);
        (shown.Figure("capacityBuilding.committed.value"), shown.Text("capacityBuilding.committed.status"))
            .Should()
            .Be((0.19799m, "missed"), "0.198 is near 0.22");
        (await fund.DashboardAsync()).Figure("ratios.capacityBuilding.committed.value").Should().Be(0.19799m);
    }

    [Fact]
    public async Task A_past_day_is_judged_by_whoever_led_then()
    {
        var (first, next) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var path = $"portfolios/{next.Id}";
        var read = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        (
            await api.Administrator.PutAsync(
                path,
                new
                {
                    code = next.Code,
                    name = "Next",
                    organisationId = next.OrganisationId,
                    currency = "EUR",
                    policy = new
                    {
                        reviewRequired = false,
                        capacityBuildingTarget = 0.22,
                        evaluationCeiling = 0.20,
                        severities = new { },
                    },
                },
                read.ETag
            )
        ).ShouldBe(200);
        var project = await first.ProjectAsync();
        await project.CommitAsync(100);
        await api.DaysGoByAsync(2);
        var yesterday = api.Clock.Today.AddDays(-1);
        (await api.Administrator.PutAsync($"{path}/holdings/{project.Id}", new { kind = "lead" }, "*")).ShouldBe(200);

        (await CeilingAsync($"?asOf={yesterday:yyyy-MM-dd}")).Should().Be(0.10m);
        (await CeilingAsync("")).Should().Be(0.20m);

        async Task<decimal?> CeilingAsync(string query) =>
            (await api.Administrator.GetAsync($"{project.Path}/ratios{query}"))
                .ShouldBe(200)
                .Figure("evaluation.ceiling");
    }

    [Fact]
    public async Task A_share_of_nothing_says_why_it_is_none()
    {
        var fund = await Fund.OpenAsync(api);
        var dashboard = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/dashboard", "fr")).ShouldBe(200);
        foreach (var step in dashboard.Items("funnel"))
            step["reason"]!.GetValue<string>().Should().StartWith("Indéfini");
        foreach (var entry in dashboard.Items("leverMix"))
            entry["committed"]!["reason"]!.GetValue<string>().Should().Be("Indéfini : rien n'est engagé.");
        await (await fund.ProjectAsync()).CommitAsync(1, phase: "conception");
        dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        (dashboard.Figure("funnel.0.share"), dashboard["funnel.0.reason"]).Should().Be((0m, null));
        dashboard.Items("leverMix")[0]["committed"]!["reason"].Should().BeNull();
    }

    private async Task<TestProject> SharedAsync(Fund lead, Fund helper)
    {
        var project = await lead.ProjectAsync();
        (
            await api.Administrator.PutAsync($"portfolios/{helper.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        return project;
    }

    private static async Task HelpAsync(TestProject project, Fund helper, decimal amount, string lever) =>
        (
            await project.TryCommitAsync(
                amount,
                lever: lever,
                more: new { portfolioId = helper.Id, funderOrganisationId = helper.OrganisationId }
            )
        ).ShouldBe(201);

    private async Task<(decimal?, string)> EvaluationAsync(TestProject project)
    {
        var ratios = (await api.Administrator.GetAsync($"{project.Path}/ratios")).ShouldBe(200);
        return (ratios.Figure("evaluation.committed.value"), ratios.Text("evaluation.committed.status"));
    }

    private static async Task<IEnumerable<(Guid, string)>> MissedAsync(Fund fund) =>
        (await fund.DashboardAsync())
            .ShouldBe(200)
            .Items("attention")
            .Where(a => a["code"]!.GetValue<string>() is "evaluation_missed" or "capacity_building_missed")
            .Select(a => (a["projectId"]!.GetValue<Guid>(), a["message"]!.GetValue<string>()));

    private async Task<(string Part, string Whole, string Status)> SheetAsync(Fund fund, TestProject project)
    {
        using var book = Book.Open(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang=en")).ShouldBe(200).Bytes
        );
        var row = book.Table("Ratios")
            .Single(r => book.TextOf(r["Code"]) == project.Code && book.TextOf(r["Ledger"]) == "Committed");
        return (
            $"{Book.NumberOf(row["Evaluation, amount"]):0}",
            $"{Book.NumberOf(row["All levers"]):0}",
            row.TryGetValue("Against ceiling", out var status) ? book.TextOf(status) : ""
        );
    }
}
