using Pipeline.Api.Tests.Common;
using Pipeline.Application.Dashboards;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>What a dashboard counts of moves is listed, on each day.</summary>
[UseCases(typeof(ListMoves))]
public sealed class MoveTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task As_many_are_listed_as_the_dashboard_counts_on_each_day_and_in_each_portfolio_that_holds_the_project()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (here, shared) = (await fund.ProjectAsync("2015-01-05"), await fund.ProjectAsync("2015-01-05"));
        (await here.ReportAsync("hold", "2015-02-10", "As agreed")).ShouldBe(201);
        (await here.ReportAsync("resume", "2015-02-20", "As agreed")).ShouldBe(201);
        (await here.ReportAsync("stop", "2015-04-15", "As agreed")).ShouldBe(201);
        (await shared.ReportAsync("hold", "2015-02-28", "As agreed")).ShouldBe(201);
        var holding = $"portfolios/{other.Id}/holdings/{shared.Id}";
        (await api.Administrator.PutAsync(holding, new { kind = "coFunder" })).ShouldBe(200);

        var listed = 0;
        foreach (var portfolio in new[] { fund, other })
        foreach (var asOf in new[] { "2015-02-20", "2015-06-30" })
        {
            var reply = (await portfolio.DashboardAsync($"?asOf={asOf}")).ShouldBe(200);
            foreach (var month in reply.Items("transitionsByMonth"))
            {
                var code = month["month"]!.GetValue<string>();
                var moves = await AskAsync(portfolio, $"month={code}&asOf={asOf}");
                moves.Number("totalItems").Should().Be(month["total"]!.GetValue<int>(), "of {0}", code);
                foreach (var (trigger, count) in month["byTrigger"]!.AsObject())
                    (await AskAsync(portfolio, $"month={code}&trigger={trigger}&asOf={asOf}"))
                        .Number("totalItems")
                        .Should()
                        .Be(count!.GetValue<int>(), "of {0} in {1}", trigger, code);
                listed += moves.Items().Count;
            }
            foreach (var phase in reply.Items("timeInPhase"))
                (await AskAsync(portfolio, $"leftPhase={phase["phase"]}&asOf={asOf}"))
                    .Number("totalItems")
                    .Should()
                    .Be(phase["stays"]!.GetValue<int>());
        }
        listed.Should().Be(2 + 4 + 0 + 1);

        var stopped = (await AskAsync(fund, "leftPhase=conception&asOf=2015-06-30")).Items().Should().ContainSingle();
        stopped.Which["stayDays"]!.GetValue<int>().Should().Be(90, "the hold is left out of 100 days");
        stopped.Which["inScope"]!.GetValue<bool>().Should().BeTrue();
        (await AskAsync(fund, "knownAt=2020-01-01T00:00:00Z")).Items().Should().BeEmpty("nothing was known then");
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("9999-12")]
    [InlineData("March")]
    public async Task What_is_no_month_is_refused(string month)
    {
        var fund = await Fund.OpenAsync(api);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/moves?month={month}")).ShouldBlame(
            "month",
            "invalid_date"
        );
    }

    private async Task<Reply> AskAsync(Fund fund, string query) =>
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/moves?{query}")).ShouldBe(200);
}
