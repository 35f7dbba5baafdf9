using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Impacts;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Tests.Impacts;

/// <summary>What projects bring about, each kind with a clock of its own.</summary>
[UseCases(
    typeof(ListImpacts),
    typeof(ListPortfolioImpacts),
    typeof(CreateImpact),
    typeof(GetImpact),
    typeof(UpdateImpact),
    typeof(ReadImpact)
)]
public sealed class ImpactTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static System.Text.Json.Nodes.JsonObject Body(object? more = null) =>
        Fields.Merge(
            new
            {
                kind = "performance",
                facet = "generalInterestBodies",
                foreseen = "expected",
                dimension = "social",
                level = "organisation",
                statement = "The association earns a third of what it needs",
                since = "2015-01-01",
            },
            more
        );

    private Task<Reply> AddAsync(TestProject project, object? more = null) =>
        api.Administrator.PostAsync($"{project.Path}/impacts", Body(more));

    private Task<Reply> ReadAsync(
        TestProject project,
        Guid impact,
        string on,
        string outcome,
        Guid? evaluation = null
    ) =>
        api.Administrator.PostAsync(
            $"{project.Path}/impacts/{impact}/readings",
            new
            {
                on,
                outcome,
                note = "The accounts of the year",
                evaluationId = evaluation,
            }
        );

    [Fact]
    public async Task A_kind_has_its_horizon_and_what_is_seen_before_it_is_a_sign()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var made = (await AddAsync(project)).ShouldBe(201);
        made.Text("state").Should().Be("due");
        made.Text("dueOn").Should().Be("2016-07-01");
        made.Location.Should().EndWith($"/impacts/{made.Id("id")}");
        var path = $"{project.Path}/impacts/{made.Id("id")}";

        (await ReadAsync(project, made.Id("id"), "2016-06-30", "partly")).ShouldBe(201).Flag("sign").Should().BeTrue();
        (await api.Administrator.GetAsync(path)).Text("state").Should().Be("due", "a sign is no result");
        (await ReadAsync(project, made.Id("id"), "2016-07-01", "confirmed"))
            .ShouldBe(201)
            .Flag("sign")
            .Should()
            .BeFalse();
        var read = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        (read.Text("state"), read.Text("outcome")).Should().Be(("read", "confirmed"));
        read["dueOn"].Should().BeNull();
        read.Items("readings").Should().HaveCount(2);
        (await api.Administrator.GetAsync($"{path}/versions")).Items().Should().ContainSingle();
        (await api.Administrator.GetAsync($"{project.Path}/impacts")).Items().Should().ContainSingle();
    }

    [Fact]
    public async Task A_portfolio_lists_as_many_as_its_dashboard_counts_whatever_is_asked_for()
    {
        var fund = await Fund.OpenAsync(api);
        var (project, other) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        var read = (await AddAsync(project)).Id("id");
        (await ReadAsync(project, read, "2017-01-02", "partly")).ShouldBe(201);
        await AddAsync(project, new { foreseen = "wanted" });
        await AddAsync(
            other,
            new
            {
                kind = "trust",
                facet = "people",
                foreseen = "surprise",
            }
        );

        var block = (await fund.DashboardAsync()).ShouldBe(200);
        foreach (var kind in new[] { "performance", "innovation", "trust" })
        foreach (var state in new[] { "tooEarly", "due", "read" })
            (await CountAsync($"kind={kind}&state={state}"))
                .Should()
                .Be(block.Number($"impacts.byKind.{kind}.{state}"));
        foreach (var foreseen in new[] { "expected", "wanted", "surprise", "undesirable" })
            (await CountAsync($"foreseen={foreseen}")).Should().Be(block.Number($"impacts.byForeseen.{foreseen}"));
        (await CountAsync("")).Should().Be(3);
        var one = await api.Administrator.GetAsync($"portfolios/{fund.Id}/impacts?state=read");
        (one.Id("items.0.id"), one.Text("items.0.outcome"), one.Text("items.0.lastReadOn"))
            .Should()
            .Be((read, "partly", "2017-01-02"));
        // What was found later was not known on an earlier day.
        (await CountAsync("state=read&asOf=2017-01-01"))
            .Should()
            .Be(0);

        async Task<int> CountAsync(string query) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/impacts?{query}"))
                .ShouldBe(200)
                .Number("totalItems");
    }

    [Fact]
    public async Task Trust_is_due_again_at_each_season_of_seven_years()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (today, since) = (api.Clock.Today, api.Clock.Today.AddMonths(-84));
        var trust = new
        {
            kind = "trust",
            facet = "people",
            since = $"{since:yyyy-MM-dd}",
        };
        var made = (await AddAsync(project, trust)).ShouldBe(201);
        (made.Text("state"), made.Text("dueOn")).Should().Be(("due", $"{today:yyyy-MM-dd}"));
        (await ReadAsync(project, made.Id("id"), $"{today:yyyy-MM-dd}", "confirmed")).ShouldBe(201);
        var read = await api.Administrator.GetAsync($"{project.Path}/impacts/{made.Id("id")}");
        (read.Text("state"), read.Text("dueOn"))
            .Should()
            .Be(("read", $"{since.AddMonths(168):yyyy-MM-dd}"), "the second season ends after fourteen years");
    }

    [Fact]
    public async Task The_dashboard_of_a_day_stays_when_time_goes_by_and_readings_come()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var today = api.Clock.Today;
        var soon = new { since = $"{today.AddMonths(-18).AddDays(30):yyyy-MM-dd}", foreseen = "wanted" };
        var before = api.Clock.GetUtcNow();
        var early = (await AddAsync(project, soon)).ShouldBe(201).Id("id");
        (await AddAsync(project, new { foreseen = "undesirable" })).ShouldBe(201);

        var first = (await fund.DashboardAsync()).ShouldBe(200);
        States(first).Should().Be((1, 1, 0));
        first.Number("impacts.total").Should().Be(2);
        first.Number("impacts.byForeseen.wanted").Should().Be(1);
        first.Number("impacts.byForeseen.undesirable").Should().Be(1);
        first.Items("impacts.nextDue").Select(d => d["state"]!.GetValue<string>()).Should().Equal("due", "tooEarly");
        Attention(first).Should().Equal("impact_due");

        await api.DaysGoByAsync(40);
        States(await fund.DashboardAsync()).Should().Be((0, 2, 0), "its horizon has come");
        (await ReadAsync(project, early, $"{api.Clock.Today:yyyy-MM-dd}", "contrary")).ShouldBe(201);
        States(await fund.DashboardAsync()).Should().Be((0, 1, 1));
        States(await fund.DashboardAsync($"?asOf={today:yyyy-MM-dd}")).Should().Be((1, 1, 0));
        (await fund.DashboardAsync($"?knownAt={before.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff}Z"))
            .Number("impacts.total")
            .Should()
            .Be(0);

        static (int, int, int) States(Reply d) =>
            (
                d.ShouldBe(200).Number("impacts.byKind.performance.tooEarly"),
                d.Number("impacts.byKind.performance.due"),
                d.Number("impacts.byKind.performance.read")
            );

        static IEnumerable<string> Attention(Reply d) =>
            d.Items("attention")
                .Select(a => a["code"]!.GetValue<string>())
                .Where(c => c.StartsWith("impact", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_due_is_a_deadline_that_is_never_late()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var impact = (await AddAsync(project)).ShouldBe(201).Id("id");
        var due = (await api.Administrator.GetAsync($"deadlines?projectId={project.Id}&kind=impactReading")).ShouldBe(
            200
        );
        due.Text("items.0.state").Should().Be("due");
        due.Text("items.0.link").Should().Be($"/projects/{project.Id}/impacts/{impact}");
    }

    [Fact]
    public async Task The_last_gate_asks_for_a_reading_of_performance_or_innovation()
    {
        var severities = Gates.Criteria.ToDictionary(c => c.Code, c => c.Code == "impact.read" ? "block" : "ignore");
        var fund = await Fund.OpenAsync(api, severities: severities);
        var project = await fund.ProjectAsync();
        foreach (var year in new[] { 2016, 2017, 2018 })
            (await project.ReportAsync("advance", $"{year}-01-01")).ShouldBe(201);
        (await MetAsync()).Should().BeFalse();
        var trust = (await AddAsync(project, new { kind = "trust", facet = "territories" })).ShouldBe(201).Id("id");
        (await ReadAsync(project, trust, "2019-01-01", "confirmed")).ShouldBe(201);
        (await MetAsync()).Should().BeFalse("trust takes longer");
        var impact = (await AddAsync(project)).ShouldBe(201).Id("id");
        (await ReadAsync(project, impact, "2019-01-01", "notSeen")).ShouldBe(201);
        (await MetAsync()).Should().BeTrue();
        (await project.ReportAsync("advance", "2019-01-01")).ShouldBe(201);

        Task<bool> MetAsync() => project.MeetsAsync("impact.read");
    }

    [Fact]
    public async Task The_workbook_has_them_in_both_languages()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var impact = (await AddAsync(project)).ShouldBe(201).Id("id");
        (await ReadAsync(project, impact, "2019-01-01", "partly")).ShouldBe(201);
        foreach (
            var (language, state, outcome, read) in new[]
            {
                ("en", "State", "Outcome", ("Read", "Partly")),
                ("fr", "État", "Constat", ("Constaté", "En partie")),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={language}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            var row = book.Table("Impacts").Single();
            (book.TextOf(row[state]), book.TextOf(row[outcome])).Should().Be(read);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var fund = await Fund.OpenAsync(api);
        var (project, other) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        (await AddAsync(project, new { facet = "people" })).ShouldBlame("facet", "facet_of_another_kind");
        (await AddAsync(project, new { statement = " " })).ShouldBlame("statement", "required");
        (await AddAsync(project, new { since = "1815-01-01" })).ShouldBlame("since", "out_of_range");
        (await AddAsync(project, new { allianceId = Guid.Empty })).ShouldBlame("allianceId", "unknown_alliance");
        (await AddAsync(project, new { indicators = new[] { "A", "A" } })).ShouldBlame("indicators[1]", "duplicate");
        (await AddAsync(project, new { indicators = Enumerable.Range(0, 101).Select(i => $"I{i}") })).ShouldBlame(
            "indicators",
            "too_many"
        );
        (await api.Administrator.GetAsync($"{project.Path}/impacts")).Items().Should().BeEmpty();

        var impact = (await AddAsync(project)).ShouldBe(201).Id("id");
        (await ReadAsync(project, impact, "2014-12-31", "confirmed")).ShouldBlame("on", "reading_before_impact");
        (await ReadAsync(project, impact, "2999-01-01", "confirmed")).ShouldBlame("on", "date_in_future");
        (await ReadAsync(project, impact, "2019-01-01", "confirmed", Guid.Empty)).ShouldBlame(
            "evaluationId",
            "unknown_evaluation"
        );
        (await ReadAsync(other, impact, "2019-01-01", "confirmed")).ShouldBe(404);
        (await api.Administrator.GetAsync($"{project.Path}/impacts/{impact}")).Items("readings").Should().BeEmpty();
    }
}
