using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Programmes;

namespace Pipeline.Api.Tests.Programmes;

/// <summary>
/// The pilot of the source, told afterwards with its own dates: 18 months from July 2017 to December 2018, 12 territories chosen by April 2018, 10 of them on the path
/// from May to November 2018 (CT l.343-495). Days within a month, what a single organisation did, and that the cohort is closed at the end of the 18 months, before its
/// evaluation was over, are of this test.
/// </summary>
[UseCases(
    typeof(CreateProgramme),
    typeof(OpenCohort),
    typeof(UpdateCohort),
    typeof(SetCohortSession),
    typeof(ChooseParticipation),
    typeof(UpdateParticipation),
    typeof(RecordCoaching),
    typeof(HandInFile),
    typeof(GetCohort),
    typeof(ListParticipations),
    typeof(ListCoachings),
    typeof(ListMilestoneFiles)
)]
public sealed class ProgrammePilotTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Files = ["practiceReview", "coherence", "roadmap", "results"];

    // The source names these, and what most of them are, on a page that is damaged (l.464-492): some natures are of this test. Of two who were chosen it only says
    // that they did not take part.
    private static readonly (string Organisation, string Nature)[] Chosen =
    [
        ("Alliance Sens & Économie", "socialEntrepreneur"),
        ("Villes au Carré", "collective"),
        ("FACE-Paris", "collective"),
        ("Agir ensemble en Territoire", "localAuthority"),
        ("PTCE Les Mureaux", "cooperativeCluster"),
        ("Le labo des partenariats", "association"),
        ("LeCentSept", "collective"),
        ("Le Catalyseur", "academic"),
        ("Maison des Associations", "association"),
        ("Caisse d'Épargne", "company"),
        ("One of two", "localAuthority"),
        ("The other one", "association"),
    ];

    [Fact]
    public async Task The_pilot_is_told_with_its_own_dates()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var partners = new List<Guid>();
        foreach (var name in new[] { "CGET", "Le RAMEAU", "FNCE", "Humanis" })
            partners.Add(await OrganisationAsync(name));
        var before = api.Clock.GetUtcNow();
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var programme = (
            await api.Administrator.PostAsync(
                "programmes",
                new
                {
                    code = "CO-CONSTRUCTION",
                    name = "Parcours d'expérience « co-construction territoriale »",
                    portfolioId = fund.Id,
                    themes = new[] { "Tiers lieux & dialogue territorial", "Modèles socio-économiques hybrides" },
                    partnerOrganisationIds = partners,
                }
            )
        ).ShouldBe(201);
        programme.Number("months").Should().Be(9);
        programme
            .Items("sessions")
            .Select(s => s["code"]!.ToString())
            .Should()
            .Equal("S1", "S2", "webinar", "S3", "S4");
        programme.Texts("coachings").Should().Equal("S2", "S3", "S4");
        programme.Location.Should().EndWith($"/programmes/{programme.Id("id")}");

        var opened = (
            await api.Administrator.PostAsync(
                $"programmes/{programme.Id("id")}/cohorts",
                new { startsOn = "2018-05-01" }
            )
        ).ShouldBe(201);
        opened.Number("capacity").Should().Be(12);
        opened
            .Items("sessions")
            .Select(s => s["on"]!.ToString())
            .Should()
            .Equal("2018-05-01", "2018-07-01", "2018-09-01", "2018-10-01", "2019-01-01");
        var cohort = new TestProgramme(fund, programme.Id("id"), opened.Id("id"));
        // The last session came early: the test was over in November.
        (await cohort.MeetAsync("S4", "2018-11-30"))
            .ShouldBe(200)
            .Text("plannedOn")
            .Should()
            .Be("2019-01-01");
        var participations = await ChooseAsync(cohort);
        foreach (var (id, territory) in participations.Take(10))
            (await cohort.SayAsync(id, territory, "takingPart", "2018-05-01", Nature(territory))).ShouldBe(200);
        foreach (var (id, territory) in participations.Skip(10))
            (
                await cohort.SayAsync(
                    id,
                    territory,
                    "left",
                    "2018-04-30",
                    Fields.Merge(Nature(territory), new { reason = "Did not take part" })
                )
            ).ShouldBe(200);
        (
            await cohort.MeetAsync("S1", "2018-05-01", [.. participations.Take(10).Select((p, i) => (p.Id, i > 0))])
        ).ShouldBe(200);
        var (first, home) = participations[0];
        await AccompanyAsync(cohort, first, home);
        (
            await api.Administrator.PutAsync(
                cohort.Path,
                new
                {
                    startsOn = "2018-05-01",
                    capacity = 12,
                    closedOn = "2018-12-31",
                },
                "*"
            )
        ).ShouldBe(200);
        (
            await project.TryCommitAsync(
                60_000,
                lever: "expertiseAndNetworks",
                on: "2017-07-01",
                more: new
                {
                    startsOn = "2017-07-01",
                    endsOn = "2018-12-31",
                    programmeId = cohort.Id,
                }
            )
        ).ShouldBe(201).Id("programmeId").Should().Be(cohort.Id);

        foreach (
            var (day, state, chosen, tookPart, left, finished) in new[]
            {
                ("2017-07-01", "preparing", 0, 0, 0, 0),
                ("2018-04-15", "preparing", 12, 0, 0, 0),
                ("2018-06-30", "running", 12, 10, 2, 0),
                ("2018-11-30", "running", 12, 10, 2, 1),
                ("2018-12-01", "evaluating", 12, 10, 2, 1),
                ("2018-12-31", "closed", 12, 10, 2, 1),
            }
        )
        {
            var then = await cohort.OnAsync(day);
            (
                then.Text("state"),
                then.Number("chosen"),
                then.Number("tookPart"),
                then.Number("left"),
                then.Number("finished")
            )
                .Should()
                .Be((state, chosen, tookPart, left, finished), "on {0}", day);
            (then["closedOn"]?.GetValue<string>())
                .Should()
                .Be(state == "closed" ? "2018-12-31" : null, "on {0} nobody knew when it would end", day);
        }
        (await api.Administrator.GetAsync($"{cohort.Path}/participations"))
            .ShouldBe(200)
            .Items()
            .Select(p => (p["territory"]!.GetValue<string>(), p["nature"]!.GetValue<string>()))
            .Should()
            .BeEquivalentTo(Chosen.Select(c => ($"Territory of {c.Organisation}", c.Nature)));
        (
            await api.Administrator.GetAsync($"{cohort.Path}?knownAt={before.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff}Z")
        ).ShouldBe(404);
        var shown = (await api.Administrator.GetAsync($"programmes/{cohort.Id}")).ShouldBe(200);
        shown.Figure("money.committed.amount").Should().Be(60_000);
        shown.Items("partners").Select(p => p["name"]!.ToString()).Should().Contain("Le RAMEAU");
        await InTheWorkbookAsync(fund);
    }

    private static object Nature(string territory) =>
        new { nature = Chosen.Single(c => $"Territory of {c.Organisation}" == territory).Nature };

    private async Task<Guid> OrganisationAsync(string name) =>
        (await api.Administrator.PostAsync("organisations", new { name, actorProfile = "association" }))
            .ShouldBe(201)
            .Id("id");

    private static async Task<IReadOnlyList<(Guid Id, string Territory)>> ChooseAsync(TestProgramme cohort)
    {
        var chosen = new List<(Guid, string)>();
        foreach (var (name, nature) in Chosen)
            chosen.Add((await cohort.ChooseAsync($"Territory of {name}", new { nature }), $"Territory of {name}"));
        return chosen;
    }

    // Coaching before each session but the first one, the four files, and the end of the path.
    private async Task AccompanyAsync(TestProgramme cohort, Guid id, string territory)
    {
        foreach (var (before, on) in new[] { ("S2", "2018-06-20"), ("S3", "2018-09-20"), ("S4", "2018-11-20") })
            (
                await api.Administrator.PostAsync(
                    $"participations/{id}/coachings",
                    new
                    {
                        before,
                        on,
                        note = "What is next",
                    }
                )
            ).ShouldBe(201).Text("before").Should().Be(before);
        (await cohort.SayAsync(id, territory, "finished", "2018-11-30", Nature(territory))).ShouldBeProblem(
            409,
            "milestone_files_missing"
        );
        foreach (var kind in Files)
            (await cohort.HandInAsync(id, kind, "2018-11-30")).ShouldBe(201).Text("kind").Should().Be(kind);
        (await cohort.SayAsync(id, territory, "finished", "2018-11-29", Nature(territory)))
            .ShouldBeProblem(409, "milestone_files_missing")
            .Text("detail")
            .Should()
            .Contain(
                "Review of practices, Coherence of ambition and means, Road map, Sharing of results",
                "on that day none was there"
            );
        var finished = (await cohort.SayAsync(id, territory, "finished", "2018-11-30", Nature(territory))).ShouldBe(
            200
        );
        finished.Text("status").Should().Be("finished");
        finished
            .Items("steps")
            .Select(s => s["status"]!.ToString())
            .Should()
            .Equal("selected", "takingPart", "finished");
        finished.Items("attendance").Should().ContainSingle(a => !a["present"]!.GetValue<bool>());
        finished.Items("missingFiles").Should().BeEmpty();
        (await api.Administrator.GetAsync($"participations/{id}/coachings")).Items().Should().HaveCount(3);
        (await api.Administrator.GetAsync($"participations/{id}/files")).Items().Should().HaveCount(4);
        var then = await api.Administrator.GetAsync($"{cohort.Path}/participations?asOf=2018-11-29");
        then.ShouldBe(200).Texts("items.0.missingFiles").Should().HaveCount(4);
    }

    private async Task InTheWorkbookAsync(Fund fund)
    {
        foreach (
            var (language, sheet, status, yes) in new[]
            {
                ("en", "Cohorts", "Finished", "Yes"),
                ("fr", "Promotions", "Parcours achevé", "Oui"),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={language}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            book.Sheets.TakeLast(2).First().Should().Be(sheet);
            var rows = book.Table(sheet).ToList();
            rows.Should().HaveCount(12);
            var statusColumn = language == "en" ? "Status" : "Statut";
            var row = rows.Single(r => book.TextOf(r[statusColumn]) == status);
            book.TextOf(row[language == "en" ? "Road map" : "Feuille de route"]).Should().Be(yes);
        }
        var past = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?asOf=2018-03-31");
        using var former = Book.Open(past.ShouldBe(200).Bytes);
        former.Sheets.Should().NotContain("Cohorts", "nobody had been chosen");
    }
}
