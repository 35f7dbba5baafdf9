using Pipeline.Api.Tests.Common;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Tests.Portfolios;

/// <summary>How a portfolio leaves a project, and what views of earlier days keep of it.</summary>
[UseCases(typeof(EndHolding), typeof(ReleaseProject), typeof(HoldProject))]
public sealed class EndHoldingTests(PipelineApi api) : IClassFixture<PipelineApi>, IAsyncLifetime
{
    private Fund _lead = null!;
    private Fund _helper = null!;
    private TestProject _project = null!;

    public async Task InitializeAsync()
    {
        (_lead, _helper) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        _project = await _lead.ProjectAsync();
        (await HoldAsync(_helper, "coFunder")).ShouldBe(200);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Views_of_earlier_days_keep_project_and_money_together()
    {
        (
            await api.Administrator.PostAsync(
                $"{_project.Path}/commitments",
                new
                {
                    portfolioId = _helper.Id,
                    funderOrganisationId = _helper.OrganisationId,
                    lever = "funding",
                    phase = "conception",
                    nature = "cash",
                    amount = _project.Money(30),
                    agreedOn = "2015-02-01",
                    endsOn = "2015-03-01",
                }
            )
        ).ShouldBe(201);
        (await api.Administrator.DeleteAsync(PathOf(_helper))).ShouldBeProblem(409, "holding_to_be_ended");
        (await EndAsync(_helper, "2015-01-31")).ShouldBlame("endedOn", "ended_before_commitment");
        (await EndAsync(_helper, "2016-01-01", reason: " ")).ShouldBlame("reason", "required");
        (await EndAsync(_lead, "2016-01-01")).ShouldBeProblem(409, "lead_holding_required");
        var before = api.Clock.GetUtcNow();
        var ended = (await EndAsync(_helper, "2016-01-01")).ShouldBe(200);
        (ended.Text("endedOn"), ended.Text("reason"), ended.Text("kind"))
            .Should()
            .Be(("2016-01-01", "Another strategy", "coFunder"));
        (await EndAsync(_helper, "2016-01-01")).ShouldBe(404);

        (await _helper.DashboardAsync("?asOf=2016-01-01"))
            .Items("attention")
            .Count.Should()
            .Be(0, "what is left undelivered of a project that is gone is nobody's to look at here");
        (await _helper.DashboardAsync("?asOf=2016-01-01"))["attentionTotals"]!.AsObject().Should().BeEmpty();
        (await SeenAsync("?asOf=2015-12-31")).Should().Be((1, 30m));
        (await SeenAsync("?asOf=2016-01-01")).Should().Be((0, 30m));
        (await SeenAsync($"?asOf=2016-01-01&knownAt={before:yyyy-MM-ddTHH:mm:ss.ffffffZ}")).Should().Be((1, 30m));
        (await _project.GetAsync()).Items("holdings").Should().ContainSingle();
        var change = (await api.Administrator.GetAsync($"{_project.Path}/history"))
            .Items()
            .SelectMany(e => e["changes"]!.AsArray())
            .Single(c => c!["field"]!.GetValue<string>() == "holdingEnd.reason");
        change!["to"]!.GetValue<string>().Should().Be("Another strategy");
    }

    [Fact]
    public async Task Only_a_holding_of_today_is_undone()
    {
        await GoOnAsync(days: 1);
        (await api.Administrator.DeleteAsync(PathOf(_helper))).ShouldBeProblem(409, "holding_to_be_ended");
        var other = await Fund.OpenAsync(api);
        (await HoldAsync(other, "coFunder")).ShouldBe(200);
        (await api.Administrator.DeleteAsync(PathOf(other))).ShouldBe(204);
        (await other.DashboardAsync("?asOf=2016-01-01")).Number("projects.total").Should().Be(0);
    }

    [Fact]
    public async Task A_change_of_the_lead_keeps_the_former_one_in_views_of_earlier_days()
    {
        (await _project.PlanAsync(("conception", "funding", 50))).ShouldBe(200);
        await GoOnAsync(days: 2);
        var yesterday = $"?asOf={api.Clock.Today.AddDays(-1):yyyy-MM-dd}";
        (await HoldAsync(_helper, "lead")).ShouldBe(200);
        (await PlannedAsync(_lead, yesterday), await PlannedAsync(_helper, yesterday)).Should().Be((50m, 0m));
        (await PlannedAsync(_lead, ""), await PlannedAsync(_helper, "")).Should().Be((0m, 50m));
        foreach (var view in new[] { yesterday, "" })
        foreach (var fund in new[] { _lead, _helper })
            (await fund.DashboardAsync(view)).Number("projects.total").Should().Be(1);
    }

    private async Task GoOnAsync(int days)
    {
        api.Clock.Advance(TimeSpan.FromDays(days));
        await api.Administrator.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
    }

    private static async Task<decimal?> PlannedAsync(Fund fund, string query) =>
        (await fund.DashboardAsync(query)).ShouldBe(200).Figure("totals.planned.amount");

    private async Task<(int, decimal?)> SeenAsync(string query)
    {
        var dashboard = (await _helper.DashboardAsync(query)).ShouldBe(200);
        return (dashboard.Number("projects.total"), dashboard.Figure("totals.committed.amount"));
    }

    private string PathOf(Fund fund) => $"portfolios/{fund.Id}/holdings/{_project.Id}";

    private Task<Reply> HoldAsync(Fund fund, string kind) =>
        api.Administrator.PutAsync(PathOf(fund), new { kind }, "*");

    private Task<Reply> EndAsync(Fund fund, string endedOn, string reason = "Another strategy") =>
        api.Administrator.PostAsync($"{PathOf(fund)}/end", new { endedOn, reason });
}
