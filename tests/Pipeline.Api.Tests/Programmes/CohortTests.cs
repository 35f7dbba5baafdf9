using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Documents;
using Pipeline.Application.Programmes;

namespace Pipeline.Api.Tests.Programmes;

/// <summary>What programmes, cohorts and participations refuse, who sees them, and what is due of them.</summary>
[UseCases(
    typeof(ListProgrammes),
    typeof(GetProgramme),
    typeof(UpdateProgramme),
    typeof(ListCohorts),
    typeof(GetCohortSession),
    typeof(GetParticipation),
    typeof(ListProgrammeVersions)
)]
public sealed class CohortTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private Client Administrator => api.Administrator;

    [Fact]
    public async Task A_way_goes_on_after_its_project_has_left_the_portfolio()
    {
        var (fund, lead) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        var holding = $"portfolios/{fund.Id}/holdings/{project.Id}";
        (await Administrator.PutAsync(holding, new { kind = "coFunder" })).ShouldBe(200);
        var cohort = await TestProgramme.OpenAsync(fund, $"{api.Clock.Today.AddDays(5):yyyy-MM-dd}");
        var chosen = await cohort.ChooseAsync("Nanterre", new { projectId = project.Id });
        var owner = await project.OwnerAsync();
        (
            await Administrator.PostAsync(
                $"{holding}/end",
                new { endedOn = $"{api.Clock.Today:yyyy-MM-dd}", reason = "Another strategy" }
            )
        ).ShouldBe(200);

        // Whoever runs the portfolio does not see the project any more, and does not take it away unseen.
        var manager = await fund.MemberAsync("manager");
        var seen = (await manager.GetAsync($"participations/{chosen}")).ShouldBe(200);
        (seen["projectId"], seen["project"]).Should().Be((null, null));
        var hidden = (await manager.GetAsync($"participations/{chosen}/versions")).ShouldBe(200);
        hidden.Json!.ToJsonString().Should().NotContain($"{project.Id}", "nor in what it was");
        (await Administrator.GetAsync($"participations/{chosen}/versions"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .Contain($"{project.Id}");
        // Its owner goes on with it.
        (await owner.GetAsync("deadlines?kind=programmeSession"))
            .ShouldBe(200)
            .Items()
            .Should()
            .HaveCount(5);
        (await owner.GetAsync("programmes")).ShouldBe(200).Items().Should().ContainSingle();
        (
            await manager.PutAsync(
                $"participations/{chosen}",
                cohort.Somebody("Nanterre", new { status = "takingPart", on = "2018-05-01" }),
                seen.ETag
            )
        ).ShouldBe(200);
        (await Administrator.GetAsync($"participations/{chosen}")).Id("projectId").Should().Be(project.Id);

        var more = new { projectId = project.Id, reason = "With another fund" };
        (await cohort.SayAsync(chosen, "Nanterre", "left", "2018-07-01", more)).ShouldBe(200);
        (await cohort.TryChooseAsync("Rennes", new { projectId = project.Id })).ShouldBlame(
            "projectId",
            "project_not_held"
        );
    }

    [Fact]
    public async Task Whoever_comes_at_once_takes_no_place_and_no_code_twice()
    {
        var fund = await Fund.OpenAsync(api);
        var cohort = await TestProgramme.OpenAsync(fund, capacity: 3);
        var same = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => cohort.TryChooseAsync("Nanterre")));
        same.Select(r => r.Status).Order().Should().Equal(201, 409, 409, 409, 409, 409);
        same.Where(r => r.Status == 409).Should().OnlyContain(r => r.Text("errors.0.code") == "already_chosen");

        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => cohort.TryChooseAsync($"Place {i}")));
        others.Count(r => r.Status == 201).Should().Be(2, "one of three places was taken");
        others.Where(r => r.Status != 201).Should().OnlyContain(r => r.Text("code") == "cohort_full");
        (await Administrator.GetAsync(cohort.Path)).Number("chosen").Should().Be(3);

        var programme = new
        {
            code = "ONCE",
            name = "Offered once",
            portfolioId = fund.Id,
        };
        var offered = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Administrator.PostAsync("programmes", programme))
        );
        offered.Select(r => r.Status).Order().Should().Equal(201, 409, 409, 409, 409, 409);
    }

    [Fact]
    public async Task A_programme_says_what_is_wrong_with_it()
    {
        var fund = await Fund.OpenAsync(api);
        object Path(object more) =>
            Fields.Merge(
                new
                {
                    code = "PATH",
                    name = "A path",
                    portfolioId = fund.Id,
                },
                more
            );
        var session = new
        {
            code = "S1",
            name = new { en = "One", fr = "Un" },
            month = 1,
        };
        foreach (
            var (more, field, code) in new (object, string, string)[]
            {
                (new { sessions = new[] { session, session } }, "sessions[1].code", "duplicate"),
                (new { sessions = Array.Empty<object>() }, "sessions", "required"),
                (new { months = 3 }, "sessions[2].month", "out_of_range"),
                (new { sessions = new[] { session }, coachings = new[] { "S2" } }, "coachings[0]", "unknown_code"),
                (new { themes = new[] { "One", "One" } }, "themes[1]", "duplicate"),
                (
                    new { partnerOrganisationIds = new[] { fund.Id } },
                    "partnerOrganisationIds[0]",
                    "unknown_organisation"
                ),
                (new { portfolioId = (Guid?)null }, "portfolioId", "required"),
            }
        )
            (await Administrator.PostAsync("programmes", Path(more))).ShouldBlame(field, code);
        var made = (await Administrator.PostAsync("programmes", Path(new { }))).ShouldBe(201);
        (await Administrator.PostAsync("programmes", Path(new { code = "path" }))).ShouldBeProblem(409, "code_taken");
        var path = $"programmes/{made.Id("id")}";
        (await Administrator.PutAsync(path, Path(new { portfolioId = Guid.Empty }), made.ETag)).ShouldBlame(
            "portfolioId",
            "portfolio_stays"
        );
        (await Administrator.PutAsync(path, new { code = "PATH", name = "Renamed" }, made.ETag))
            .ShouldBe(200)
            .Text("name")
            .Should()
            .Be("Renamed");
        (await Administrator.PutAsync(path, Path(new { }), made.ETag)).ShouldBe(412);
        (await Administrator.GetAsync($"{path}/versions"))
            .Items()
            .Select(v => v["name"]!.ToString())
            .Should()
            .Equal("A path", "Renamed");
        (await Administrator.GetAsync($"programmes?portfolioId={fund.Id}")).Items().Should().ContainSingle();
    }

    [Fact]
    public async Task A_cohort_has_its_places_and_its_days()
    {
        var fund = await Fund.OpenAsync(api);
        var cohort = await TestProgramme.OpenAsync(fund, capacity: 1);
        (await cohort.TryChooseAsync("Lille", new { on = $"{api.Clock.Today.AddDays(1):yyyy-MM-dd}" })).ShouldBlame(
            "on",
            "date_in_future"
        );
        foreach (var beyond in new[] { "9999-12-31", "3000-01-01", "2999-12-31", "0001-01-01" })
        {
            (await Administrator.PostAsync($"programmes/{cohort.Id}/cohorts", new { startsOn = beyond })).ShouldBlame(
                "startsOn",
                "out_of_range"
            );
            (await Administrator.PutAsync(cohort.Path, new { startsOn = beyond }, "*")).ShouldBlame(
                "startsOn",
                "out_of_range"
            );
        }
        var one = await cohort.ChooseAsync("Nanterre");
        (await cohort.TryChooseAsync("Rennes")).ShouldBeProblem(409, "cohort_full");
        (await cohort.SayAsync(one, "Nanterre", "finished", "2018-06-01")).ShouldBlame(
            "status",
            "status_not_next",
            409
        );
        (await cohort.SayAsync(one, "Nanterre", "left", "2018-06-01")).ShouldBlame("reason", "required");
        (await cohort.SayAsync(one, "Nanterre", "left", "2018-03-31", new { reason = "Gone" })).ShouldBlame(
            "on",
            "dates_reversed"
        );
        (await cohort.SayAsync(one, "Nanterre", "left", "2018-06-01", new { reason = "Gone" })).ShouldBe(200);
        (await cohort.TryChooseAsync(" nanterre ")).ShouldBlame("organisationId", "already_chosen", 409);
        var two = await cohort.ChooseAsync("Rennes");
        (
            await cohort.SayAsync(one, "Nanterre", "takingPart", "2018-06-02", new { reason = "Came back" })
        ).ShouldBeProblem(409, "cohort_full");
        (await cohort.TryChooseAsync("Lille", new { status = "takingPart" })).ShouldBlame(
            "status",
            "status_not_next",
            409
        );
        (await cohort.TryChooseAsync("Lille", new { participants = Array.Empty<string>() })).ShouldBe(422);
        (await cohort.TryChooseAsync("Lille", new { projectId = fund.Id })).ShouldBlame(
            "projectId",
            "project_not_held"
        );

        (await cohort.HandInAsync(two, "coherence", "2019-02-20")).ShouldBe(201);
        // A session that nobody has moved follows the start; one that was moved stays.
        (await cohort.MeetAsync("S2", "2018-07-15")).ShouldBe(200);
        var later = (
            await Administrator.PutAsync(cohort.Path, new { startsOn = "2018-06-01", capacity = 1 }, "*")
        ).ShouldBe(200);
        later
            .Items("sessions")
            .Take(3)
            .Select(s => s["on"]!.ToString())
            .Should()
            .Equal("2018-06-01", "2018-07-15", "2018-10-01");
        (await cohort.MeetAsync("S1", "2018-05-31")).ShouldBlame("on", "dates_reversed");
        (await cohort.MeetAsync("S9", "2018-06-01")).ShouldBe(404);
        (await cohort.MeetAsync("S1", "2018-06-01", (fund.Id, true))).ShouldBlame(
            "attendance[0].participationId",
            "unknown_participation"
        );
        (await cohort.MeetAsync("S1", "2018-06-01", (two, true), (two, false))).ShouldBlame(
            "attendance[1].participationId",
            "duplicate"
        );
        (await cohort.MeetAsync("S1", "2018-06-01", (two, true))).ShouldBe(200);
        (await cohort.MeetAsync("S1", "2018-06-02")).ShouldBe(200).Items("attendance").Should().ContainSingle();
        (await cohort.MeetAsync("S1", $"{api.Clock.Today.AddDays(1):yyyy-MM-dd}")).ShouldBlame("on", "date_in_future");
        (
            await Administrator.PutAsync(
                cohort.Path,
                new
                {
                    startsOn = "2018-06-01",
                    capacity = 1,
                    closedOn = "2018-12-01",
                },
                "*"
            )
        ).ShouldBlame("closedOn", "dates_reversed");
        (
            await Administrator.PutAsync(
                cohort.Path,
                new
                {
                    startsOn = "2018-06-01",
                    capacity = 1,
                    closedOn = "2019-02-19",
                },
                "*"
            )
        ).ShouldBlame("closedOn", "dates_reversed");
        (
            await Administrator.PutAsync(
                cohort.Path,
                new
                {
                    startsOn = "2018-06-01",
                    capacity = 1,
                    closedOn = "2019-03-01",
                },
                "*"
            )
        ).ShouldBe(200);
        (await cohort.HandInAsync(two, "roadmap", "2019-03-02")).ShouldBlame("on", "cohort_closed", 409);
        (await cohort.HandInAsync(two, "roadmap", "2019-03-01", new { url = "ftp://x" })).ShouldBlame(
            "url",
            "invalid_link"
        );
        (
            await Administrator.PostAsync(
                $"participations/{two}/coachings",
                new
                {
                    before = "S1",
                    on = "2018-06-01",
                    note = "None comes before the first one",
                }
            )
        ).ShouldBlame("before", "unknown_code");
    }

    [Fact]
    public async Task Owners_of_a_project_that_takes_part_see_their_own_way_and_hand_in_their_files()
    {
        var fund = await Fund.OpenAsync(api);
        var (project, other) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        var (owner, stranger) = (await project.OwnerAsync(), await other.OwnerAsync());
        var cohort = await TestProgramme.OpenAsync(fund);
        var mine = await cohort.ChooseAsync("Nanterre", new { projectId = project.Id });
        var theirs = await cohort.ChooseAsync("Rennes");
        (await cohort.MeetAsync("S1", "2018-05-01", (mine, true), (theirs, false))).ShouldBe(200);

        (await owner.GetAsync($"{cohort.Path}/participations")).Items().Should().ContainSingle();
        var session = (await owner.GetAsync($"{cohort.Path}/sessions/S1")).ShouldBe(200);
        session.Items("attendance").Should().ContainSingle().Which["participationId"]!
            .GetValue<Guid>()
            .Should()
            .Be(mine);
        var programme = (await owner.GetAsync("programmes")).ShouldBe(200).Items().Should().ContainSingle().Subject;
        programme["money"].Should().BeNull("whoever does not see the portfolio does not see its money");
        (await owner.GetAsync($"programmes/{cohort.Id}/cohorts")).Items().Should().ContainSingle();
        (await owner.GetAsync($"participations/{mine}")).ShouldBe(200);
        (await owner.GetAsync($"participations/{theirs}")).ShouldBe(404);
        (await owner.GetAsync($"participations/{mine}/versions")).ShouldBe(404);
        (await cohort.HandInAsync(theirs, "roadmap", "2018-06-01", by: owner)).ShouldBe(404);
        foreach (var path in new[] { $"programmes/{cohort.Id}", cohort.Path, $"participations/{mine}" })
            (await stranger.GetAsync(path)).ShouldBe(404);
        (await stranger.GetAsync("programmes")).Items().Should().BeEmpty();

        var document = (await DocumentFiles.AddAsync(owner, project)).ShouldBe(201).Id("id");
        var link = new { url = (string?)null, documentId = document };
        (await cohort.HandInAsync(mine, "roadmap", "2018-06-01", link, owner)).ShouldBe(201);
        (await cohort.HandInAsync(mine, "roadmap", "2018-06-01", new { documentId = theirs }, owner)).ShouldBlame(
            "documentId",
            "unknown_document"
        );
        (await cohort.HandInAsync(mine, "results", "2018-06-01", new { url = (string?)null }, owner)).ShouldBlame(
            "url",
            "required"
        );
        (await cohort.HandInAsync(theirs, "roadmap", "2018-06-01", link)).ShouldBlame("documentId", "project_wanted");
        (await cohort.SayAsync(mine, "Nanterre", "takingPart", "2018-06-01", new { projectId = other.Id })).ShouldBlame(
            "projectId",
            "project_in_use",
            409
        );
    }

    [Fact]
    public async Task Bodies_that_were_merged_stand_where_the_entry_that_has_a_place_stands()
    {
        var fund = await Fund.OpenAsync(api);
        var cohort = await TestProgramme.OpenAsync(fund);
        var other = (
            await Administrator.PostAsync(
                "organisations",
                new { name = api.NewCode("ORG"), actorProfile = "association" }
            )
        )
            .ShouldBe(201)
            .Id("id");
        await cohort.ChooseAsync("Nanterre");
        var again = await cohort.ChooseAsync("Nanterre", new { organisationId = other });
        var gone = new
        {
            organisationId = other,
            status = "left",
            on = "2018-05-01",
            reason = "Gone",
        };
        (await Administrator.PutAsync($"participations/{again}", cohort.Somebody("Nanterre", gone), "*")).ShouldBe(200);
        (await CountAsync()).Should().Be((2, 1));
        (
            await Administrator.PostAsync(
                $"organisations/{other}/merge",
                new { into = fund.OrganisationId, reason = "Same address" }
            )
        ).ShouldBe(200);
        (await CountAsync()).Should().Be((1, 0), "one body, which has its place");

        async Task<(int Chosen, int Left)> CountAsync()
        {
            var now = (await Administrator.GetAsync(cohort.Path)).ShouldBe(200);
            return (now.Number("chosen"), now.Number("left"));
        }
    }

    [Fact]
    public async Task A_session_is_due_until_somebody_says_who_was_there()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (manager, owner) = (await fund.MemberAsync("manager"), await project.OwnerAsync());
        var today = api.Clock.Today;
        var cohort = await TestProgramme.OpenAsync(fund, startsOn: $"{today.AddDays(-1):yyyy-MM-dd}");
        var mine = await cohort.ChooseAsync("Nanterre", new { projectId = project.Id, on = $"{today:yyyy-MM-dd}" });
        foreach (var caller in new[] { manager, owner })
        {
            var due = (await caller.GetAsync("deadlines?kind=programmeSession")).ShouldBe(200).Items();
            due.Select(d => d["state"]!.ToString())
                .Should()
                .Equal("late", "upcoming", "upcoming", "upcoming", "upcoming");
            due[0]["what"]!.ToString().Should().Be("Territorial experience: Understand");
            due[0]["link"]!.ToString().Should().Be($"/portfolios/{fund.Id}/cohorts/{cohort.Cohort}");
        }
        (await cohort.MeetAsync("S1", $"{today:yyyy-MM-dd}", (mine, true))).ShouldBe(200);
        (await manager.GetAsync("deadlines?kind=programmeSession")).Items().Should().HaveCount(4);
        (await (await api.NewUserAsync("Nobody")).GetAsync("deadlines?kind=programmeSession"))
            .ShouldBe(200)
            .Items()
            .Should()
            .BeEmpty();
    }

    [Fact]
    public async Task Money_of_a_programme_is_expertise_and_names_one_of_the_same_portfolio()
    {
        var (fund, elsewhere) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await fund.ProjectAsync();
        var (mine, foreign) = (await TestProgramme.OpenAsync(fund), await TestProgramme.OpenAsync(elsewhere));
        (await project.TryCommitAsync(10, lever: "funding", more: new { programmeId = mine.Id })).ShouldBlame(
            "programmeId",
            "programme_lever"
        );
        (
            await project.TryCommitAsync(10, lever: "expertiseAndNetworks", more: new { programmeId = foreign.Id })
        ).ShouldBlame("programmeId", "unknown_programme");
        var commitment = (
            await project.TryCommitAsync(10, lever: "expertiseAndNetworks", more: new { programmeId = mine.Id })
        )
            .ShouldBe(201)
            .Id("id");
        (await project.DeliverAsync(commitment, 4)).ShouldBe(201);
        (
            await Administrator.PostAsync(
                $"{project.Path}/commitments/{commitment}/cancellation",
                new { reason = "Called off", cancelledOn = "2015-04-01" }
            )
        ).ShouldBe(200);
        var money = (await Administrator.GetAsync($"programmes/{mine.Id}")).ShouldBe(200);
        (money.Figure("money.committed.amount"), money.Figure("money.delivered.amount")).Should().Be((4m, 4m));
    }
}
