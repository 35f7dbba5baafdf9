using Pipeline.Api.Tests.Common;
using Pipeline.Application.Risks;

namespace Pipeline.Api.Tests.Risks;

/// <summary>Risks and lessons of passages.</summary>
[UseCases(typeof(GetRisks), typeof(SetRisks), typeof(ListPortfolioRisks), typeof(ListLessons))]
public sealed class RiskTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static System.Text.Json.Nodes.JsonObject Risk(object? more = null) =>
        Fields.Merge(
            new
            {
                code = "drift",
                passage = "conception",
                likelihood = 2,
                severity = 3,
            },
            more
        );

    private Task<Reply> PutAsync(TestProject project, string ifMatch, params object[] risks) =>
        api.Administrator.PutAsync($"{project.Path}/risks", new { risks }, ifMatch);

    [Fact]
    public async Task Risks_keep_their_ids_and_names_come_in_both_languages()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var none = (await api.Administrator.GetAsync($"{project.Path}/risks")).ShouldBe(200);
        none.Number("version").Should().Be(0);
        none.Items("risks").Should().BeEmpty();

        var first = (
            await PutAsync(project, "*", Risk(), Risk(new { code = (string?)null, label = "Our own" }))
        ).ShouldBe(200);
        var ids = first.Items("risks").Select(r => r["id"]!.GetValue<Guid>()).ToList();
        first.Number("risks.0.weight").Should().Be(6);
        var second = (
            await PutAsync(project, first.ETag!, Risk(new { id = ids[0], answer = "A charter" }), Risk())
        ).ShouldBe(200);
        second.Id("risks.0.id").Should().Be(ids[0]);
        ids.Should().NotContain(second.Id("risks.1.id"));
        (await PutAsync(project, second.ETag!, Risk(new { id = ids[1] }))).ShouldBlame("risks[0].id", "unknown_entry");
        (await api.Administrator.GetAsync($"{project.Path}/risks", "fr"))
            .Text("risks.0.name")
            .Should()
            .Be("Le projet dérive");
        (await api.Administrator.GetAsync($"{project.Path}/risks/versions")).Items().Should().HaveCount(2);
    }

    [Fact]
    public async Task The_gate_asks_for_answers_and_a_policy_can_make_it_block()
    {
        var fund = await Fund.OpenAsync(
            api,
            severities: new Dictionary<string, string> { ["risks.answered"] = "block" }
        );
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        var first = (
            await PutAsync(project, "*", Risk(), Risk(new { passage = "any" }), Risk(new { passage = "scalingOut" }))
        ).ShouldBe(200);
        (await MetAsync()).Should().Be((false, "open risks without an answer: 2"));
        (await project.ReportAsync("advance", "2016-01-01")).ShouldBeProblem(409, "gate_not_met");

        (
            await PutAsync(
                project,
                first.ETag!,
                Risk(new { answer = "A charter" }),
                Risk(new { passage = "any", closedOn = "2016-01-01" }),
                Risk(new { passage = "scalingOut" })
            )
        ).ShouldBe(200);
        (await MetAsync()).Should().Be((true, "every open risk has an answer"));
        (await project.ReportAsync("advance", "2016-01-01")).ShouldBe(201);

        async Task<(bool, string)> MetAsync()
        {
            var judged = await project.CriterionAsync("risks.answered");
            return (judged["met"]!.GetValue<bool>(), judged["detail"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_portfolio_sees_open_ones_the_heaviest_first_and_the_dashboard_counts_them()
    {
        var fund = await Fund.OpenAsync(api);
        var (one, two) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        (await PutAsync(one, "*", Risk(new { severity = 1 }), Risk(new { closedOn = "2016-01-01" }))).ShouldBe(200);
        (
            await PutAsync(two, "*", Risk(new { likelihood = 3, answer = "Yes" }), Risk(new { passage = "any" }))
        ).ShouldBe(200);
        (await WeightsAsync("")).Should().Equal(9, 6, 2);
        (await WeightsAsync("?passage=conception")).Should().Equal(9, 2);
        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        (dashboard.Number("risks.open"), dashboard.Number("risks.unanswered")).Should().Be((3, 2));
        dashboard.Items("risks.byPassage").Should().HaveCount(3);
        foreach (var query in new[] { "", "?passage=any", "?pageSize=1", $"?asOf={dashboard.Text("asOf")}" })
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/risks{query}"))["byPassage"]!
                .ToJsonString()
                .Should()
                .Be(dashboard["risks.byPassage"]!.ToJsonString());

        async Task<IEnumerable<int>> WeightsAsync(string query) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/risks{query}"))
                .ShouldBe(200)
                .Items()
                .Select(r => r["risk"]!["weight"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await PutAsync(project, "*", Risk(new { likelihood = 4 }))).ShouldBlame("risks[0].likelihood", "out_of_range");
        (await PutAsync(project, "*", Risk(new { severity = 0 }))).ShouldBlame("risks[0].severity", "out_of_range");
        (await PutAsync(project, "*", Risk(new { code = "bad luck" }))).ShouldBlame("risks[0].code", "unknown_code");
        (await PutAsync(project, "*", Risk(new { label = "Both" }))).ShouldBlame("risks[0].code", "risk_unnamed");
        (await PutAsync(project, "*", Risk(new { code = (string?)null }))).ShouldBlame("risks[0].code", "risk_unnamed");
        (await PutAsync(project, "*", Risk(new { allianceId = Guid.Empty }))).ShouldBlame(
            "risks[0].allianceId",
            "unknown_alliance"
        );
        (await PutAsync(project, "*", Risk(new { closedOn = "2999-01-01" }))).ShouldBlame(
            "risks[0].closedOn",
            "date_in_future"
        );
        (await api.Administrator.GetAsync($"{project.Path}/risks")).Number("version").Should().Be(0);
    }

    [Fact]
    public async Task Lessons_of_passages_that_happened_are_found_case_and_accents_aside()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/transitions",
                new
                {
                    trigger = "advance",
                    effectiveOn = "2016-01-01",
                    lessons = "Écouter les habitants d'abord",
                },
                await project.ETagAsync()
            )
        ).ShouldBe(201).Text("lessons").Should().Be("Écouter les habitants d'abord");
        (await FoundAsync("")).Should().Be(1);
        (await FoundAsync("?q=ecouter")).Should().Be(1);
        (await FoundAsync("?q=elsewhere")).Should().Be(0);

        async Task<int> FoundAsync(string query) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/lessons{query}")).ShouldBe(200).Items().Count;
    }
}
