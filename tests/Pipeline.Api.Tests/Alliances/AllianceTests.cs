using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Alliances;

namespace Pipeline.Api.Tests.Alliances;

/// <summary>Actors of different kinds who act together, each with a gain of its own and all for the common good.</summary>
[UseCases(
    typeof(ListAlliances),
    typeof(CreateAlliance),
    typeof(GetAlliance),
    typeof(UpdateAlliance),
    typeof(ListPortfolioAlliances)
)]
public sealed class AllianceTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static object Partner(Guid organisation, bool whole = true, string? until = null) =>
        new
        {
            organisationId = organisation,
            since = "2012-01-01",
            until,
            sponsor = "Head of mobility",
            objectives = whole ? new[] { new { axis = "internalMobilisation", text = "Staff takes part" } } : [],
            gains = whole ? new[] { new { kind = "localAnchoring" } } : [],
        };

    private static System.Text.Json.Nodes.JsonObject Body(object[] partners, object? more = null) =>
        Fields.Merge(
            new
            {
                name = "Shared platforms",
                form = "interOrganisation",
                categories = new[] { "economicCooperation", "societalInnovation" },
                kinds = new[] { "jointOffer" },
                startedOn = "2012-01-01",
                partners,
                commonGood = new[]
                {
                    new
                    {
                        dimension = "organisational",
                        resultLever = "social",
                        text = "People get to work",
                    },
                },
            },
            more
        );

    private Task<Reply> AddAsync(TestProject project, object body, string? language = null) =>
        api.Administrator.PostAsync($"{project.Path}/alliances", body, language: language);

    private async Task<Guid> OrganisationAsync(string profile = "company") =>
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = api.NewCode("Partner"), actorProfile = profile }
            )
        )
            .ShouldBe(201)
            .Id("id");

    [Fact]
    public async Task A_double_impact_is_met_when_each_gains_and_everybody_does_and_else_says_who_lacks_what()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var (one, two) = (await OrganisationAsync(), await OrganisationAsync("association"));
        var made = (await AddAsync(project, Body([Partner(one), Partner(two, whole: false)]))).ShouldBe(201);
        made.Flag("doubleImpact.met").Should().BeFalse();
        var name = made.Text("partners.1.organisation.name");
        made.Texts("doubleImpact.missing").Should().Equal($"{name}: an objective", $"{name}: a gain");
        made.Texts("coResponsible.missing").Should().HaveCount(3);
        made.Location.Should().EndWith($"/alliances/{made.Id("id")}");

        var whole = Body(
            [Partner(one), Partner(two)],
            new
            {
                sharedVision = "Mobility for all",
                asymmetries = "Size",
                governance = "A committee",
            }
        );
        var path = $"{project.Path}/alliances/{made.Id("id")}";
        var changed = (await api.Administrator.PutAsync(path, whole, made.ETag)).ShouldBe(200);
        changed.Flag("doubleImpact.met").Should().BeTrue();
        changed.Flag("coResponsible.met").Should().BeTrue();
        changed.Number("version").Should().Be(2);
        (await api.Administrator.GetAsync($"{path}/versions")).Items().Should().HaveCount(2);
        (await api.Administrator.GetAsync($"{project.Path}/alliances")).Items().Should().ContainSingle();
        (await api.Administrator.GetAsync(path)).Id("id").Should().Be(made.Id("id"));
    }

    [Theory]
    [InlineData("endsOn", "9999-12-31")]
    [InlineData("startedOn", "0001-01-01")]
    public async Task A_day_that_nobody_can_reckon_with_is_refused(string field, string day)
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var body = Body([]);
        body[field] = day;
        (await AddAsync(project, body)).ShouldBlame(field, "out_of_range");
    }

    [Fact]
    public async Task The_dashboard_counts_those_under_way_and_knows_no_more_than_was_known()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (one, two) = (await OrganisationAsync(), await OrganisationAsync("association"));
        var before = api.Clock.GetUtcNow();
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var evaluated = (await AddAsync(project, Body([Partner(one), Partner(two)]))).ShouldBe(201).Id("id");
        (await AddAsync(project, Body([Partner(one, whole: false)], new { form = "territorialDialogue" }))).ShouldBe(
            201
        );
        (await AddAsync(project, Body([], new { endedOn = "2014-01-01" }))).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/evaluations",
                new
                {
                    phase = "conception",
                    form = "partnership",
                    maturity = "narrated",
                    carriedOutOn = "2016-01-01",
                    evaluator = "University",
                    participants = new[] { "partners" },
                    findings = "Both gain",
                    verdict = "favourable",
                    allianceId = evaluated,
                }
            )
        ).ShouldBe(201).Id("allianceId").Should().Be(evaluated);

        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        dashboard.Number("alliances.total").Should().Be(2);
        dashboard.Number("alliances.byCategory.economicCooperation").Should().Be(2);
        dashboard.Number("alliances.byCategory.societalInnovation").Should().Be(2);
        dashboard.Number("alliances.byForm.territorialDialogue").Should().Be(1);
        dashboard.Number("alliances.byActorProfile.company").Should().Be(1);
        dashboard.Number("alliances.byActorProfile.association").Should().Be(1);
        dashboard.Number("alliances.doubleImpact").Should().Be(1);
        foreach (var (asked, path) in new[] { ("", "total"), ("&doubleImpact=true", "doubleImpact") })
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/alliances?underWay=true{asked}"))
                .ShouldBe(200)
                .Number("totalItems")
                .Should()
                .Be(dashboard.Number($"alliances.{path}"));
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/alliances?underWay=false"))
            .Items()
            .Should()
            .ContainSingle("it ended");
        dashboard.Number("alliances.evaluated").Should().Be(1);
        dashboard
            .Items("alliances.references")
            .Select(r => r["share"]!.GetValue<decimal>())
            .Should()
            .Equal(0.42m, 0.30m, 0.25m, 0.16m);
        (await fund.DashboardAsync($"?knownAt={before.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff}Z"))
            .Number("alliances.total")
            .Should()
            .Be(0);
    }

    [Fact]
    public async Task A_view_of_the_past_calls_partners_and_kinds_what_they_were_called()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var partner = await OrganisationAsync();
        (await AddAsync(project, Body([Partner(partner)]))).ShouldBe(201);
        var before = await fund.DashboardAsync();
        var view = $"?asOf={before.Text("asOf")}&knownAt={before.Text("knownAt")}";
        var row = await RowAsync();
        var known = (await api.Administrator.GetAsync($"organisations/{partner}")).ShouldBe(200);
        (
            await api.Administrator.PutAsync(
                $"organisations/{partner}",
                new { name = api.NewCode("Renamed"), actorProfile = "foundation" },
                known.ETag
            )
        ).ShouldBe(200);
        (
            await api.Administrator.PutAsync(
                "reference/alliance-kinds",
                new
                {
                    items = new[]
                    {
                        new
                        {
                            code = "jointOffer",
                            name = new { en = "Sold together", fr = "Vendu ensemble" },
                            group = "economicCooperation",
                        },
                    },
                },
                "*"
            )
        ).ShouldBe(200);

        (await fund.DashboardAsync(view))["alliances"]!.ToJsonString().Should().Be(before["alliances"]!.ToJsonString());
        (await fund.DashboardAsync()).Number("alliances.byActorProfile.foundation").Should().Be(1);
        (await RowAsync()).Should().Be(row);
        row.Kinds.Should().NotBe("Sold together");

        async Task<(string Partners, string Kinds)> RowAsync()
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx{view}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            var sheet = book.Table("Alliances").Single();
            return (book.TextOf(sheet["Partners"]), book.TextOf(sheet["Kinds"]));
        }
    }

    [Fact]
    public async Task A_partner_who_left_and_a_short_plan_are_pointed_at()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (one, two) = (await OrganisationAsync(), await OrganisationAsync());
        var soon = api.Clock.Today.AddMonths(1);
        (
            await AddAsync(
                project,
                Body([Partner(one), Partner(two, until: "2013-01-01")], new { endsOn = "2014-12-30" })
            )
        ).ShouldBe(201);
        (await AddAsync(project, Body([], new { endsOn = $"{soon:yyyy-MM-dd}" }))).ShouldBe(201);
        (await fund.DashboardAsync())
            .Items("attention")
            .Select(a => a["code"]!.GetValue<string>())
            .Where(c => c.StartsWith("alliance", StringComparison.Ordinal))
            .Should()
            .Equal("alliance_partner_gone", "alliance_short");
    }

    [Fact]
    public async Task A_portfolio_filters_them_by_what_they_are()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (one, two) = (await OrganisationAsync(), await OrganisationAsync());
        (await AddAsync(project, Body([Partner(one)]))).ShouldBe(201);
        (
            await AddAsync(
                project,
                Body(
                    [Partner(two, whole: false)],
                    new
                    {
                        name = "Talks",
                        form = "territorialDialogue",
                        categories = new[] { "sponsorship" },
                    }
                )
            )
        ).ShouldBe(201);
        (await NamesAsync("")).Should().Equal("Shared platforms", "Talks");
        (await NamesAsync("?category=sponsorship")).Should().Equal("Talks");
        (await NamesAsync("?form=interOrganisation")).Should().Equal("Shared platforms");
        (await NamesAsync($"?partner={two}")).Should().Equal("Talks");
        (await NamesAsync("?doubleImpact=true")).Should().Equal("Shared platforms");
        (await NamesAsync("?doubleImpact=false")).Should().Equal("Talks");

        async Task<IEnumerable<string>> NamesAsync(string query) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/alliances{query}"))
                .ShouldBe(200)
                .Items()
                .Select(a => a["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var one = await OrganisationAsync();
        (await AddAsync(project, Body([], new { categories = Array.Empty<string>() }))).ShouldBe(422);
        (await AddAsync(project, Body([], new { kinds = new[] { "marriage" } }))).ShouldBlame(
            "kinds[0]",
            "unknown_code"
        );
        (await AddAsync(project, Body([Partner(Guid.Empty)]))).ShouldBlame(
            "partners[0].organisationId",
            "unknown_organisation"
        );
        (await AddAsync(project, Body([Partner(one), Partner(one)]))).ShouldBlame(
            "partners[0].organisationId",
            "duplicate"
        );
        (await AddAsync(project, Body([Partner(one, until: "2011-01-01")]))).ShouldBlame(
            "partners[0].until",
            "dates_reversed"
        );
        (await AddAsync(project, Body([], new { endsOn = "2011-01-01" }))).ShouldBlame("endsOn", "dates_reversed");
        (
            await AddAsync(
                project,
                Body(
                    [],
                    new
                    {
                        commonGood = new[]
                        {
                            new
                            {
                                dimension = "personal",
                                resultLever = "social",
                                text = "x",
                            },
                        },
                    }
                )
            )
        ).ShouldBlame("commonGood[0].resultLever", "result_lever_not_organisational");
        (await AddAsync(project, Body([.. Enumerable.Repeat(Partner(one), 101)]))).ShouldBlame("partners", "too_many");
        (await api.Administrator.GetAsync($"{project.Path}/alliances")).Items().Should().BeEmpty();
    }

    [Fact]
    public async Task The_workbook_has_the_sheets_of_modules_in_use_before_the_definitions()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (await AddAsync(project, Body([Partner(await OrganisationAsync())]))).ShouldBe(201);
        (
            await api.Administrator.PutAsync(
                $"{project.Path}/risks",
                new
                {
                    risks = new[]
                    {
                        new
                        {
                            code = "drift",
                            passage = "scalingOut",
                            likelihood = 2,
                            severity = 3,
                        },
                    },
                },
                "*"
            )
        ).ShouldBe(200);
        foreach (
            var (language, sheets, met) in new[]
            {
                ("en", (string[])["Evaluations", "Alliances", "Risks", "Definitions"], "Yes"),
                ("fr", ["Évaluations", "Alliances", "Risques", "Définitions"], "Oui"),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={language}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            book.Sheets.TakeLast(4).Should().Equal(sheets);
            var row = book.Table("Alliances").Single();
            book.TextOf(row["Double impact"]).Should().Be(met);
            book.Cells(sheets[3]).Select(book.TextOf).Should().Contain(sheets[2], "definitions name its columns");
        }
    }
}
