using Pipeline.Api.Tests.Common;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Tests.Portfolios;

[UseCases(typeof(GetPortfolio), typeof(UpdatePortfolio), typeof(HoldProject), typeof(ReleaseProject))]
public sealed class PolicyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Severities_target_and_ceiling_are_the_portfolios_own()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(85);
        await project.CommitAsync(15, lever: "expertiseAndNetworks");
        var read = (await api.Administrator.GetAsync($"portfolios/{fund.Id}")).ShouldBe(200);
        (read.Figure("policy.capacityBuildingTarget"), read.Figure("policy.evaluationCeiling"))
            .Should()
            .Be((0.22m, 0.10m));

        (
            await PutAsync(
                fund,
                read.ETag,
                new
                {
                    reviewRequired = false,
                    capacityBuildingTarget = 0.15,
                    evaluationCeiling = 0.05,
                    severities = new Dictionary<string, string>
                    {
                        ["territory.named"] = "warn",
                        ["need.described"] = "ignore",
                    },
                }
            )
        ).ShouldBe(200);
        (await api.Administrator.GetAsync($"{project.Path}/ratios"))
            .Text("capacityBuilding.committed.status")
            .Should()
            .Be("met");
        foreach (var (nearBand, status) in new[] { (0.20m, "missed"), (0.25m, "near") })
        {
            (await PutAsync(fund, "*", new { capacityBuildingTarget = 0.20, nearBand })).ShouldBe(200);
            (await api.Administrator.GetAsync($"{project.Path}/ratios"))
                .Text("capacityBuilding.committed.status")
                .Should()
                .Be(status, "0.15 is a quarter under the target");
        }
        var advance = (await api.Administrator.GetAsync($"{project.Path}/transitions/available"))
            .Items()
            .Single(t => t["trigger"]!.GetValue<string>() == "advance");
        advance["criteria"]!
            .AsArray()
            .Select(c => (c!["code"]!.GetValue<string>(), c["severity"]!.GetValue<string>()))
            .Should()
            .Contain(("territory.named", "warn"))
            .And.Contain(("solution.hypothesis", "block"))
            .And.NotContain(("need.described", "block"));
    }

    [Theory]
    [InlineData("""{ "capacityBuildingTarget": 1.5 }""", "policy.capacityBuildingTarget")]
    [InlineData("""{ "evaluationCeiling": -0.1 }""", "policy.evaluationCeiling")]
    [InlineData("""{ "severities": { "no.such": "warn" } }""", "policy.severities.no.such")]
    [InlineData("""{ "severities": { "territory.named": "shout" } }""", "policy.severities.territory.named")]
    public async Task A_policy_that_cannot_be(string change, string field)
    {
        var fund = await Fund.OpenAsync(api);
        var etag = (await api.Administrator.GetAsync($"portfolios/{fund.Id}")).ETag;
        var refused = (await PutAsync(fund, etag, System.Text.Json.Nodes.JsonNode.Parse(change)!)).ShouldBe(422);
        refused.Items("errors").Select(e => e["field"]!.GetValue<string>()).Should().Contain(field);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}")).ETag.Should().Be(etag);
    }

    [Fact]
    public async Task What_is_left_out_of_a_policy_stays_as_it_is()
    {
        var fund = await Fund.OpenAsync(api);
        (
            await PutAsync(
                fund,
                "*",
                new
                {
                    reviewRequired = true,
                    capacityBuildingTarget = 0.3,
                    evaluationCeiling = 0.05,
                    severities = new Dictionary<string, string> { ["territory.named"] = "warn" },
                    spreadTerritories = 5,
                    nearBand = 0.2,
                    reviewDays = 30,
                    schedule = new { everyMonths = 6, firstPeriodEnds = "2026-06-30" },
                }
            )
        ).ShouldBe(200);

        var changed = (await PutAsync(fund, "*", new { reviewDays = 20 })).ShouldBe(200);

        (
            changed.Flag("policy.reviewRequired"),
            changed.Figure("policy.capacityBuildingTarget"),
            changed.Figure("policy.evaluationCeiling"),
            changed["policy.severities"]!["territory.named"]!.GetValue<string>(),
            changed.Number("policy.spreadTerritories"),
            changed.Figure("policy.nearBand"),
            changed.Number("policy.reviewDays"),
            changed.Number("policy.schedule.everyMonths")
        )
            .Should()
            .Be((true, 0.3m, 0.05m, "warn", 5, 0.2m, 20, 6));
        var never = (await PutAsync(fund, "*", new { schedule = (object?)null })).ShouldBe(200);
        never["policy.schedule"].Should().BeNull("null says that no reports are wanted, left out says nothing");
        (await PutAsync(fund, "*", new { severities = new { } })).ShouldBe(200)["policy.severities"]!
            .AsObject()
            .Should()
            .BeEmpty();
    }

    [Fact]
    public async Task A_stale_policy_is_refused()
    {
        var fund = await Fund.OpenAsync(api);
        var etag = (await api.Administrator.GetAsync($"portfolios/{fund.Id}")).ETag;
        (await PutAsync(fund, etag, new { reviewRequired = true })).ShouldBe(200);
        (await PutAsync(fund, etag, new { reviewRequired = false })).ShouldBeProblem(412, "stale");
        (await PutAsync(fund, null, new { reviewRequired = false })).ShouldBeProblem(428, "if_match_required");
    }

    [Fact]
    public async Task A_co_funder_sees_the_project_and_its_own_money()
    {
        var (lead, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        await project.CommitAsync(100);
        (
            await api.Administrator.PutAsync($"portfolios/{other.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        var dashboard = (await other.DashboardAsync()).ShouldBe(200);
        (dashboard.Number("projects.total"), dashboard.Figure("totals.committed.amount")).Should().Be((1, 0m));
        (await api.Administrator.DeleteAsync($"portfolios/{lead.Id}/holdings/{project.Id}")).ShouldBeProblem(
            409,
            "lead_holding_required"
        );
        (await api.Administrator.DeleteAsync($"portfolios/{other.Id}/holdings/{project.Id}")).ShouldBe(204);
        (await other.DashboardAsync()).Number("projects.total").Should().Be(0);
    }

    private async Task<Reply> PutAsync(Fund fund, string? etag, object policy) =>
        await api.Administrator.PutAsync(
            $"portfolios/{fund.Id}",
            new
            {
                code = fund.Code,
                name = $"Fund {fund.Code}",
                organisationId = fund.OrganisationId,
                currency = fund.Currency,
                policy,
            },
            etag
        );
}
