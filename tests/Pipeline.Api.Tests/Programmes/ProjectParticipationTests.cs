using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Speed;
using Pipeline.Application.Programmes;

namespace Pipeline.Api.Tests.Programmes;

/// <summary>A project's way through programmes, seen from the project.</summary>
[UseCases(typeof(ListProjectParticipations))]
public sealed class ProjectParticipationTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private Client Administrator => api.Administrator;

    [Fact]
    public async Task What_happens_on_the_way_is_in_the_project_s_history_for_whoever_sees_it()
    {
        var (fund, project) = await HeldTwiceAsync();
        var owner = await project.OwnerAsync();
        var (theirs, leads) = (await fund.MemberAsync("investor"), await project.Fund.MemberAsync("manager"));
        var cohort = await TestProgramme.OpenAsync(fund);
        var of = new { projectId = project.Id, reason = "With another fund" };
        var way = await cohort.ChooseAsync("Nanterre", of);
        await cohort.ChooseAsync("Rennes");
        (await cohort.SayAsync(way, "Nanterre", "takingPart", "2018-05-01", of)).ShouldBe(200);
        (await cohort.HandInAsync(way, "roadmap", "2018-06-01")).ShouldBe(201);
        (await cohort.SayAsync(way, "Nanterre", "left", "2018-07-01", of)).ShouldBe(200);
        foreach (var reader in new[] { Administrator, owner, theirs })
        {
            var told = await ToldAsync(reader, project);
            told.Select(e => e["entityId"]!.ToString()).Should().AllBe($"{way}").And.HaveCount(4);
            told.Select(e => e["changes"]!.ToJsonString())
                .Should()
                .Contain(c => c.Contains("selected", StringComparison.Ordinal), "it was chosen")
                .And.Contain(c => c.Contains("takingPart", StringComparison.Ordinal))
                .And.Contain(c => c.Contains("roadmap", StringComparison.Ordinal))
                .And.Contain(c => c.Contains("With another fund", StringComparison.Ordinal), "it left");
        }
        (await ToldAsync(leads, project)).Should().BeEmpty("another fund's programme is none of theirs");

        // It was somebody else's way, and the project is told that it is so.
        (await cohort.SayAsync(way, "Nanterre", "left", "2018-07-01", new { reason = "Not they" })).ShouldBe(200);
        (await ToldAsync(owner, project)).Should().HaveCount(5);
        (await cohort.SayAsync(way, "Nanterre", "left", "2018-07-02", new { reason = "Not they" })).ShouldBe(200);
        (await ToldAsync(owner, project)).Should().HaveCount(5, "it is theirs no more");
    }

    [Fact]
    public async Task A_project_says_which_programmes_it_takes_part_in_as_of_any_day()
    {
        var (fund, project) = await HeldTwiceAsync();
        var owner = await project.OwnerAsync();
        var (theirs, leads) = (await fund.MemberAsync("investor"), await project.Fund.MemberAsync("manager"));
        var of = new { projectId = project.Id };
        var second = await TestProgramme.OpenAsync(fund, startsOn: "2019-05-01");
        await second.ChooseAsync("Nanterre", of);
        var sent = await SentSql.DuringAsync(api, () => ReadAsync(owner, project));
        var first = await TestProgramme.OpenAsync(fund);
        var way = await first.ChooseAsync("Nanterre", of);
        (await first.SayAsync(way, "Nanterre", "takingPart", "2018-05-01", of)).ShouldBe(200);
        foreach (var reader in new[] { Administrator, owner, theirs })
        {
            var items = (await ReadAsync(reader, project)).Items();
            items.Select(i => i["startsOn"]!.ToString()).Should().Equal("2018-05-01", "2019-05-01");
            (items[0]["id"]!.GetValue<Guid>(), items[0]["cohortId"]!.GetValue<Guid>()).Should().Be((way, first.Cohort));
            items[0]["programme"]!["name"]!.ToString().Should().Be("Territorial experience");
            items.Select(i => i["status"]!.ToString()).Should().Equal("takingPart", "selected");
            items[0]["missingFiles"]!.AsArray().Should().HaveCount(4);
        }
        (await ReadAsync(leads, project)).Items().Should().BeEmpty();
        (await ReadAsync(owner, project, "?asOf=2018-04-30"))
            .Items()
            .Select(i => (i["status"]!.ToString(), i["state"]!.ToString()))
            .Should()
            .Equal(("selected", "preparing"), ("selected", "preparing"));
        (await ReadAsync(owner, project, "?asOf=2018-03-31")).Items().Should().BeEmpty("nobody had been chosen");
        (await owner.GetAsync($"{project.Path}/participations?asOf=2999-01-01")).ShouldBlame("asOf", "date_in_future");
        (await SentSql.DuringAsync(api, () => ReadAsync(owner, project)))
            .Count.Should()
            .Be(sent.Count, "two ways cost what one does");
    }

    [Fact]
    public async Task Pages_of_the_project_and_of_the_cohort_tell_it_and_the_past_is_read_alone()
    {
        var (fund, project) = await HeldTwiceAsync();
        var of = new { projectId = project.Id };
        var cohort = await TestProgramme.OpenAsync(fund);
        var way = await cohort.ChooseAsync("Nanterre", of);
        (await cohort.SayAsync(way, "Nanterre", "takingPart", "2018-05-01", of)).ShouldBe(200);
        var (inCohort, inWay) = (
            $"/portfolios/{fund.Id}/cohorts/{cohort.Cohort}",
            $"/portfolios/{fund.Id}/participations/{way}"
        );
        foreach (
            var (language, taking, selected) in new[]
            {
                ("en", @"\bTaking part\b", @"\bSelected\b"),
                ("fr", @"\bParticipant\b", @"\bSélectionné\b"),
            }
        )
        {
            using var browser = await api.BrowserOfAsync(Administrator, language);
            foreach (var path in new[] { $"/projects/{project.Id}", $"/projects/{project.Id}/history" })
            {
                var card = CardOf(await browser.PageAsync(path), "programmes");
                card.Should().Contain($"href=\"{inWay}\"").And.Contain($"href=\"{inCohort}\"").And.MatchRegex(taking);
            }
            CardOf(await browser.PageAsync($"/projects/{project.Id}/history"), "programmes")
                .Should()
                .MatchRegex(selected);
            var (now, then) = (
                await browser.PageAsync(inCohort),
                await browser.PageAsync($"{inCohort}?asOf=2018-04-30")
            );
            now.Should().Contain("id=\"choose\"").And.MatchRegex(taking);
            then.Should()
                .NotContain("id=\"choose\"")
                .And.NotMatchRegex(taking)
                .And.MatchRegex(selected)
                .And.Contain($"{inWay}?asOf=2018-04-30");
            (await browser.PageAsync($"{inCohort}?asOf=2018-03-31")).Should().NotContain(inWay);
            var past = await browser.PageAsync($"{inWay}?asOf=2018-04-30");
            past.Should().MatchRegex(selected).And.NotContain("method=\"post\" action=\"" + inWay);
            CardOf(past, "steps").Should().NotMatchRegex(taking).And.NotContain("<form");
            CardOf(await browser.PageAsync(inWay), "steps").Should().MatchRegex(taking).And.Contain("<form");
        }
        // Whoever does not see it has no card of it.
        using var leads = await api.BrowserOfAsync(await project.Fund.MemberAsync("manager"));
        (await leads.PageAsync($"/projects/{project.Id}")).Should().NotContain("id=\"programmes\"");
    }

    private static string CardOf(string page, string id) => page.Split($"id=\"{id}\"")[1].Split("</section>")[0];

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> ToldAsync(
        Client reader,
        TestProject project
    ) =>
        [
            .. (await reader.GetAsync($"{project.Path}/history?limit=200"))
                .ShouldBe(200)
                .Items()
                .Where(e => e["kind"]!.ToString() == "participation"),
        ];

    private static async Task<Reply> ReadAsync(Client reader, TestProject project, string query = "") =>
        (await reader.GetAsync($"{project.Path}/participations{query}")).ShouldBe(200);

    // A project that another portfolio leads than the one whose programme it takes part in.
    private async Task<(Fund Fund, TestProject Project)> HeldTwiceAsync()
    {
        var (fund, lead) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        (
            await Administrator.PutAsync($"portfolios/{fund.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        return (fund, project);
    }
}
