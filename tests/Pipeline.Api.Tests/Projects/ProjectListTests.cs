using Pipeline.Api.Tests.Common;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Tests.Projects;

[UseCases(typeof(CreateProject), typeof(GetProject), typeof(ListProjects))]
public sealed class ProjectListTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Every_filter_narrows_and_filters_add_up()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var one = await fund.ProjectAsync(
            tags: new { sdgs = new[] { 8, 11 }, domains = new[] { "mobilityAndTransport" } }
        );
        var two = await fund.ProjectAsync(tags: new { sdgs = new[] { 8 }, domains = new[] { "health" } });
        var elsewhere = await other.ProjectAsync(tags: new { sdgs = new[] { 8 } });
        await one.MeetFirstGateAsync();
        (await one.ReportAsync("advance", "2016-01-01")).ShouldBe(201);
        (await two.ReportAsync("hold", "2016-01-01", "Waiting")).ShouldBe(201);
        (
            await api.Administrator.PutAsync($"portfolios/{fund.Id}/holdings/{elsewhere.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);

        async Task Shows(string query, params TestProject[] projects) =>
            (await api.Administrator.GetAsync($"projects?portfolioId={fund.Id}&{query}"))
                .ShouldBe(200)
                .Items()
                .Select(p => p["code"]!.GetValue<string>())
                .Should()
                .BeEquivalentTo(projects.Select(p => p.Code), "{0}", query);

        await Shows("", one, two, elsewhere);
        await Shows("phase=experimentation", one);
        await Shows("phase=conception", two, elsewhere);
        await Shows("standing=onHold", two);
        await Shows("stage=societalRnd", one, two, elsewhere);
        await Shows("stage=deployment");
        await Shows("sdg=8", one, two, elsewhere);
        await Shows("domain=health", two);
        await Shows("region=ileDeFrance", one);
        await Shows("region=bretagne");
        await Shows($"ownerOrganisationId={other.OrganisationId}", elsewhere);
        await Shows($"q={one.Code}", one);
        await Shows("sdg=8&phase=conception&standing=active", elsewhere);
    }

    [Theory]
    [InlineData("mobilite")]
    [InlineData("MOBILITÉ")]
    [InlineData("lité pour t")]
    [InlineData("%25")]
    [InlineData("_o_")]
    public async Task Search_looks_past_case_and_accents_and_takes_no_wildcards(string q)
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (
            await api.Administrator.PutAsync(
                project.Path,
                new
                {
                    name = "Mobilité pour tous",
                    socioEconomicModel = "operator",
                    sdgs = Array.Empty<int>(),
                    domains = Array.Empty<string>(),
                },
                await project.ETagAsync()
            )
        ).ShouldBe(200);
        var expected = q is "%25" or "_o_" ? 0 : 1;
        (await api.Administrator.GetAsync($"projects?portfolioId={fund.Id}&q={q}"))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .Be(expected);
    }

    [Fact]
    public async Task Every_order_goes_both_ways()
    {
        var fund = await Fund.OpenAsync(api);
        await fund.ProjectAsync("2015-01-01");
        await fund.ProjectAsync("2013-01-01");
        await fund.ProjectAsync("2014-01-01");
        foreach (var sort in new[] { "name", "code", "phase", "phaseSince", "startedOn" })
        {
            var (up, down) = (await KeysAsync(sort), await KeysAsync($"-{sort}"));
            up.Should().BeInAscendingOrder(StringComparer.Ordinal, "sorted by {0}", sort);
            down.Should().BeInDescendingOrder(StringComparer.Ordinal, "sorted by -{0}", sort);
        }

        async Task<IEnumerable<string>> KeysAsync(string sort) =>
            (await api.Administrator.GetAsync($"projects?portfolioId={fund.Id}&sort={sort}"))
                .ShouldBe(200)
                .Items()
                .Select(p => p[sort.TrimStart('-')]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_out_of_scope_is_in_no_list_and_no_address()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (mine, theirs) = (await fund.ProjectAsync(), await other.ProjectAsync());
        var investor = await fund.MemberAsync("investor");
        (await investor.GetAsync("projects"))
            .Items()
            .Select(p => p["code"]!.GetValue<string>())
            .Should()
            .Equal(mine.Code);
        (await investor.GetAsync($"projects?q={theirs.Code}")).Number("totalItems").Should().Be(0);
        (await investor.GetAsync("portfolios"))
            .Items()
            .Select(p => p["code"]!.GetValue<string>())
            .Should()
            .Equal(fund.Code);
        foreach (
            var path in new[]
            {
                theirs.Path,
                $"{theirs.Path}/transitions",
                $"{theirs.Path}/commitments",
                $"{theirs.Path}/ratios",
                $"portfolios/{other.Id}",
                $"portfolios/{other.Id}/dashboard",
                $"portfolios/{other.Id}/report.xlsx",
            }
        )
            (await investor.GetAsync(path)).ShouldBeProblem(404, "not_found");
        (
            await investor.PutAsync(
                mine.Path,
                new
                {
                    name = "Mine",
                    socioEconomicModel = "operator",
                    sdgs = Array.Empty<int>(),
                    domains = Array.Empty<string>(),
                },
                await mine.ETagAsync()
            )
        ).ShouldBe(403);
        (await mine.TryCommitAsync(5, by: investor)).ShouldBe(403);
    }

    [Fact]
    public async Task A_project_begins_active_in_conception_with_a_lead_holding()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await (await fund.ProjectAsync()).GetAsync();
        (project.Text("phase"), project.Text("stage"), project.Text("standing"), project.Text("phaseSince"))
            .Should()
            .Be(("conception", "societalRnd", "active", "2015-01-01"));
        project.Text("holdings.0.kind").Should().Be("lead");
        project.Text("socioEconomicModel").Should().Be("researchAndDevelopment");
        project.Texts("permitted").Should().Contain("hold").And.NotContain("advance");
    }

    [Fact]
    public async Task Codes_are_unique_within_their_lead_portfolio_alone()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        object Body(Fund f) =>
            new
            {
                code = "TWIN",
                name = "Twin",
                ownerOrganisationId = f.OrganisationId,
                portfolioId = f.Id,
                startedOn = "2020-01-01",
            };
        (await api.Administrator.PostAsync("projects", Body(fund))).ShouldBe(201);
        (await api.Administrator.PostAsync("projects", Body(fund))).ShouldBeProblem(409, "code_taken");
        (await api.Administrator.PostAsync("projects", Body(other))).ShouldBe(201);
    }
}
