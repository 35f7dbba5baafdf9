using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Application.Organisations;

namespace Pipeline.Api.Tests.Projects;

/// <summary>Two entries of one body become one: both ids, names and identifiers find it, and earlier views say what was known.</summary>
[UseCases(typeof(MergeOrganisation))]
public sealed class MergeTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly object Charity = new { scheme = "GB-CHC", id = "1070468" };

    [Fact]
    public async Task Both_ids_names_and_identifiers_find_the_one_that_stays()
    {
        var (goes, stays) = (
            await AddAsync("Voiture & Co", Charity),
            await AddAsync("Wimoov Association", new { scheme = "GB-COH", id = "05146256" })
        );
        var fund = await Fund.OpenAsync(api);
        var project = await ProjectAsync(fund, goes.Id);

        var merged = (await MergeAsync(goes.Id, stays.Id)).ShouldBe(200);

        (merged.Id("id"), merged.Text("formerNames.0")).Should().Be((stays.Id, goes.Name));
        foreach (var id in new[] { goes.Id, stays.Id })
            (await api.Administrator.GetAsync($"organisations/{id}")).ShouldBe(200).Id("id").Should().Be(stays.Id);
        foreach (var name in new[] { goes.Name, stays.Name, "1070468", "GB-CHC-1070468" })
            (await api.Administrator.GetAsync($"organisations?q={Uri.EscapeDataString(name)}"))
                .ShouldBe(200)
                .Items()
                .Select(o => o["id"]!.GetValue<Guid>())
                .Should()
                .Equal(stays.Id);
        var shown = (await api.Administrator.GetAsync($"projects/{project}")).ShouldBe(200);
        shown.Text("ownerOrganisation.name").Should().Be(stays.Name);
        foreach (var owner in new[] { goes.Id, stays.Id })
            (await api.Administrator.GetAsync($"projects?ownerOrganisationId={owner}"))
                .ShouldBe(200)
                .Items()
                .Select(p => p["id"]!.GetValue<Guid>())
                .Should()
                .Equal(project);

        // The identifier of the one with its name and with the other's, and the names of both: nobody new, and no body under a name that is not its own.
        var report = await ImportAsync(
            fund,
            $"{api.NewCode("G")},EUR,1000,2019-01-08,GB-CHC-1070468,{goes.Name},,{stays.Name}",
            $"{api.NewCode("G")},EUR,1000,2019-01-08,GB-CHC-1070468,{stays.Name},,{stays.Name}",
            $"{api.NewCode("G")},EUR,1000,2019-01-08,,{goes.Name},,{goes.Name}"
        );
        (report.Number("organisationsCreated"), report.Items("notices").Count).Should().Be((0, 0));
        (await api.Administrator.GetAsync($"projects?ownerOrganisationId={goes.Id}"))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .Be(4);
    }

    [Fact]
    public async Task What_only_the_one_knew_the_other_knows_from_then_on()
    {
        var (goes, stays) = (
            await AddAsync("Knows", new { scheme = "FR-RNA", id = "W751000001" }),
            await AddAsync("Stays")
        );
        (
            await api.Administrator.PutAsync(
                $"organisations/{goes.Id}",
                new
                {
                    name = goes.Name,
                    actorProfile = "association",
                    identifier = new { scheme = "FR-RNA", id = "W751000001" },
                    country = "France",
                },
                "*"
            )
        ).ShouldBe(200);

        var merged = (await MergeAsync(goes.Id, stays.Id)).ShouldBe(200);

        (merged.Text("identifier.scheme"), merged.Text("identifier.id"), merged.Text("country"))
            .Should()
            .Be(("FR-RNA", "W751000001", "France"));
        (await api.Administrator.GetAsync("organisations?q=W751000001"))
            .ShouldBe(200)
            .Items()
            .Select(o => o["id"]!.GetValue<Guid>())
            .Should()
            .Equal(stays.Id);
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task Of_several_with_one_name_a_file_takes_the_first_and_says_so()
    {
        var fund = await Fund.OpenAsync(api);
        var first = await AddAsync("Namesakes");
        (
            await api.Administrator.PostAsync("organisations", new { name = first.Name, actorProfile = "association" })
        ).ShouldBe(201);
        var code = api.NewCode("G");
        var row = $"{code},EUR,1000,2019-01-08,,{first.Name},,{code} Fund";

        var report = await ImportAsync(fund, row);

        report.Noticed().Should().Equal("several_of_name");
        (await api.Administrator.GetAsync($"projects?ownerOrganisationId={first.Id}"))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .Be(1);
        (await ImportAsync(fund, row)).Noticed().Should().BeEmpty("who it was taken for stays");
    }

    [Fact]
    public async Task What_was_imported_for_either_stays_unchanged()
    {
        var fund = await Fund.OpenAsync(api);
        var (goes, stays) = (await AddAsync("Org goes"), await AddAsync("Org stays"));
        var row = $"{api.NewCode("G")},EUR,1000,2019-01-08,,{goes.Name},,{goes.Name}";
        (await ImportAsync(fund, row)).Number("created").Should().Be(1);

        (await MergeAsync(goes.Id, stays.Id)).ShouldBe(200);

        (await ImportAsync(fund, row)).Number("unchanged").Should().Be(1);
        (await ImportAsync(fund, row.Replace(goes.Name, stays.Name, StringComparison.Ordinal)))
            .Number("unchanged")
            .Should()
            .Be(1);
    }

    [Fact]
    public async Task An_earlier_view_says_the_name_that_was_known_and_a_later_one_goes_with_the_one_that_stays()
    {
        var fund = await Fund.OpenAsync(api);
        var (goes, stays) = (await AddAsync("Before"), await AddAsync("After"));
        await ImportAsync(fund, $"{api.NewCode("G")},EUR,1000,2019-01-08,,{goes.Name},,Fund of {fund.Code}");
        var known = (await fund.DashboardAsync()).Text("knownAt");
        var asOf = api.Clock.Today;
        await api.DaysGoByAsync(1);
        (await MergeAsync(goes.Id, stays.Id)).ShouldBe(200);

        (await ExportAsync(fund, $"?asOf={asOf:yyyy-MM-dd}&knownAt={known}"))
            .Should()
            .Contain(goes.Name)
            .And.NotContain(stays.Name);
        (await ExportAsync(fund, "")).Should().Contain(stays.Name).And.NotContain(goes.Name);

        var entry = (await api.Administrator.GetAsync($"organisations/{goes.Id}")).ShouldBe(200);
        var renamed = api.NewCode("Renamed");
        (
            await api.Administrator.PutAsync(
                $"organisations/{goes.Id}",
                new { name = renamed, actorProfile = "association" },
                entry.ETag
            )
        ).ShouldBe(200);
        (await ExportAsync(fund, "")).Should().Contain(renamed);
    }

    [Fact]
    public async Task Whatever_counts_organisations_or_lists_them_counts_one_body_once()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (goes, stays) = (await AddAsync("Goes"), await AddAsync("Stays"));
        foreach (var (organisation, hours) in new[] { (goes.Id, 70), (stays.Id, 35) })
        {
            (
                await project.TryCommitAsync(
                    100,
                    lever: "expertiseAndNetworks",
                    more: new
                    {
                        nature = "skills",
                        hours,
                        provider = new { organisationId = organisation, kind = "external" },
                    }
                )
            ).ShouldBe(201);
            (await CatalystAsync(organisation)).ShouldBe(201);
        }
        var partners = new[] { goes.Id, stays.Id };
        var alliance = (
            await api.Administrator.PostAsync(
                $"{project.Path}/alliances",
                new
                {
                    name = "Together",
                    form = "interOrganisation",
                    categories = new[] { "societalInnovation" },
                    startedOn = "2016-01-01",
                    partners = partners.Select(id => new { organisationId = id, since = "2016-01-01" }),
                }
            )
        ).ShouldBe(201).Id("id");
        var programme = (
            await api.Administrator.PostAsync(
                "programmes",
                new
                {
                    code = api.NewCode("PATH"),
                    name = "A path",
                    portfolioId = fund.Id,
                    partnerOrganisationIds = partners,
                }
            )
        ).ShouldBe(201).Id("id");
        var cohort = await TestProgramme.OpenAsync(fund, capacity: 2);
        var chosen = new List<Guid>();
        foreach (var id in partners)
            chosen.Add((await cohort.TryChooseAsync("Nanterre", new { organisationId = id })).ShouldBe(201).Id("id"));
        var known = (await fund.DashboardAsync()).Text("knownAt");
        (await ProvidersAsync()).Should().HaveCount(2);

        (await MergeAsync(goes.Id, stays.Id)).ShouldBe(200);

        var provider = (await ProvidersAsync()).Should().ContainSingle().Subject;
        (
            provider["organisation"]!["id"]!.GetValue<Guid>(),
            provider["days"]!.GetValue<decimal>(),
            provider["value"]!["amount"]!.GetValue<decimal>()
        )
            .Should()
            .Be((stays.Id, 15m, 200m));
        (await ProvidersAsync($"?knownAt={known}"))
            .Select(p => p["organisation"]!["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo([goes.Name, stays.Name], "an earlier view knows of no merge");
        (await fund.DashboardAsync()).Number("alliances.byActorProfile.association").Should().Be(1);
        (await fund.DashboardAsync($"?knownAt={known}")).Number("alliances.byActorProfile.association").Should().Be(2);
        foreach (var id in partners)
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/alliances?partner={id}"))
                .ShouldBe(200)
                .Items()
                .Should()
                .ContainSingle()
                .Which["id"]!
                .GetValue<Guid>()
                .Should()
                .Be(alliance);
        (await api.Administrator.GetAsync($"programmes/{programme}"))
            .ShouldBe(200)
            .Items("partners")
            .Should()
            .ContainSingle()
            .Which["id"]!
            .GetValue<Guid>()
            .Should()
            .Be(stays.Id);
        (await api.Administrator.GetAsync(cohort.Path)).Number("chosen").Should().Be(1);
        (await api.Administrator.GetAsync($"{cohort.Path}?knownAt={known}"))
            .Number("chosen")
            .Should()
            .Be(2, "an earlier view knows of no merge");
        (await api.Administrator.GetAsync($"{cohort.Path}/participations?knownAt={known}"))
            .Items()
            .Select(p => p["organisation"]!["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo([goes.Name, stays.Name]);
        (await cohort.TryChooseAsync("Nanterre", new { organisationId = stays.Id })).ShouldBlame(
            "organisationId",
            "already_chosen",
            409
        );
        (await cohort.TryChooseAsync("Rennes", new { organisationId = stays.Id })).ShouldBe(201);
        // Both are the same body's place now, and each goes its way to the end.
        foreach (var (participation, organisationId) in chosen.Zip(partners))
            (
                await cohort.SayAsync(
                    participation,
                    "Nanterre",
                    "left",
                    $"{api.Clock.Today:yyyy-MM-dd}",
                    new { organisationId, reason = "It is one of two" }
                )
            ).ShouldBe(200);

        (await api.Administrator.GetAsync("catalysts?pageSize=200"))
            .Items()
            .Where(c => c["organisation"]!["name"]!.GetValue<string>() == stays.Name)
            .Should()
            .ContainSingle();
        foreach (var id in partners)
        {
            (await CatalystAsync(id)).ShouldBlame("organisationId", "catalyst_known", 409);
            (await api.Administrator.GetAsync($"catalysts/{id}"))
                .ShouldBe(200)
                .Id("organisationId")
                .Should()
                .Be(stays.Id);
        }

        Task<Reply> CatalystAsync(Guid organisation) =>
            api.Administrator.PostAsync(
                "catalysts",
                new
                {
                    organisationId = organisation,
                    missions = new[] { "dialogue" },
                    territories = new[] { "Nanterre" },
                    since = "2014-01-01",
                    engineering = new[] { "interconnection" },
                }
            );
        async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> ProvidersAsync(string view = "") =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/providers{view}")).ShouldBe(200).Items();
    }

    [Fact]
    public async Task What_cannot_be_merged_is_named_and_nothing_changes()
    {
        var (one, two) = (await AddAsync("One"), await AddAsync("Two"));
        (await MergeAsync(one.Id, one.Id)).ShouldBeProblem(422, "same_organisation");
        (await MergeAsync(one.Id, Guid.CreateVersion7(api.Clock.GetUtcNow()))).ShouldBeProblem(
            422,
            "unknown_organisation"
        );
        (await MergeAsync(Guid.CreateVersion7(api.Clock.GetUtcNow()), two.Id)).ShouldBeProblem(404, "not_found");
        (
            await api.Administrator.PostAsync($"organisations/{one.Id}/merge", new { into = two.Id, reason = " " })
        ).ShouldBeProblem(422, "required");
        (await api.Administrator.GetAsync($"organisations/{one.Id}")).ShouldBe(200).Id("id").Should().Be(one.Id);

        (await MergeAsync(one.Id, two.Id)).ShouldBe(200);
        (await MergeAsync(one.Id, two.Id)).ShouldBeProblem(409, "already_merged");
        (await MergeAsync(two.Id, one.Id)).ShouldBeProblem(422, "same_organisation");

        var three = await AddAsync("Three");
        (await MergeAsync(two.Id, three.Id)).ShouldBe(200);
        (await api.Administrator.GetAsync($"organisations/{one.Id}")).ShouldBe(200).Id("id").Should().Be(three.Id);
    }

    [Fact]
    public async Task Of_two_that_are_merged_into_each_other_at_once_one_goes_and_one_stays()
    {
        var before = await AddAsync("Before");
        var etag = (await api.Administrator.GetAsync($"organisations/{before.Id}")).ETag;
        (await MergeAsync((await AddAsync("After")).Id, before.Id)).ShouldBe(200);
        (await api.Administrator.GetAsync($"organisations/{before.Id}"))
            .ETag.Should()
            .NotBe(etag, "it answers to one more name");
        for (var i = 0; i < 5; i++)
        {
            var (one, two) = (await AddAsync("One"), await AddAsync("Two"));
            var answers = await Task.WhenAll(MergeAsync(one.Id, two.Id), MergeAsync(two.Id, one.Id));
            answers.Select(a => a.Status).Should().BeEquivalentTo([200, 422]);
        }
    }

    [Fact]
    public async Task On_its_page_the_one_that_stays_is_named_or_chosen_and_never_guessed()
    {
        var name = api.NewCode("Homonym");
        var ids = new List<Guid>();
        foreach (var identifier in new[] { null, new { scheme = "GB-CHC", id = "299999" }, null })
            ids.Add((
                    await api.Administrator.PostAsync(
                        "organisations",
                        new
                        {
                            name,
                            actorProfile = "association",
                            identifier,
                        }
                    )
                ).ShouldBe(201).Id("id"));
        await ProjectAsync(await Fund.OpenAsync(api), ids[2]);
        using var browser = await api.BrowserOfAsync(api.Administrator);
        var page = $"/admin/organisations/{ids[0]}";

        var several = await SentAsync(new { into = name, reason = "The same statutes" });
        several.Status.Should().Be(422);
        several.Said.Should().Contain("GB-CHC 299999").And.Contain("no identifier").And.Contain("1 project");
        several.Said.Should().Contain($"value=\"{ids[1]}\"").And.Contain($"value=\"{ids[2]}\"");
        several.Said.Should().NotContain($"value=\"{ids[0]}\"", "it is the one that goes");
        var unknown = await SentAsync(new { into = $"{name} of nowhere", reason = "The same statutes" });
        unknown.Said.Should().Contain("No other entry has the name or identifier").And.NotContain("choose below");
        (await SentAsync(new { into = "GB-CHC-299999", reason = "The same statutes" }))
            .Said.Should()
            .Contain("exactly");
        (
            await SentAsync(
                new
                {
                    into = name,
                    intoId = ids[2],
                    reason = "The same statutes",
                }
            )
        ).Status.Should().Be(302);
        (await api.Administrator.GetAsync($"organisations/{ids[0]}")).ShouldBe(200).Id("id").Should().Be(ids[2]);

        // Of two the other one is meant; and what both were called is told once, as another name, if it is one.
        page = $"/admin/organisations/{ids[1]}";
        (await SentAsync(new { into = name, reason = "The same statutes" })).Status.Should().Be(302);
        (await browser.PageAsync($"/admin/organisations/{ids[2]}")).Should().NotContain("Also found as");

        async Task<(int Status, string Said)> SentAsync(object typed)
        {
            using var answer = await browser.PostFormAsync(
                page,
                "merge",
                System.Text.Json.JsonSerializer.SerializeToNode(typed)!
            );
            return ((int)answer.StatusCode, System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }

    private Task<Reply> MergeAsync(Guid goes, Guid into) =>
        api.Administrator.PostAsync($"organisations/{goes}/merge", new { into, reason = "The same statutes" });

    private async Task<(Guid Id, string Name)> AddAsync(string name, object? identifier = null)
    {
        name = api.NewCode(name);
        var made = await api.Administrator.PostAsync(
            "organisations",
            new
            {
                name,
                actorProfile = "association",
                identifier,
            }
        );
        return (made.ShouldBe(201).Id("id"), name);
    }

    private async Task<Guid> ProjectAsync(Fund fund, Guid owner) => (
            await api.Administrator.PostAsync(
                "projects",
                new
                {
                    code = api.NewCode("P"),
                    name = "A project",
                    ownerOrganisationId = owner,
                    portfolioId = fund.Id,
                    startedOn = "2018-01-01",
                }
            )
        ).ShouldBe(201).Id("id");

    private async Task<Reply> ImportAsync(Fund fund, params string[] rows)
    {
        const string headings =
            "Identifier,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name,Title,Description";
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(headings + "\n" + string.Join("", rows.Select(r => $"{r},Grant,About\n"))),
                "file",
                "grants.csv"
            },
        };
        return (
            await Reply.ReadAsync(
                await api.Administrator.Http.PostAsync($"/api/v1/imports?portfolioId={fund.Id}", form)
            )
        ).ShouldBe(200);
    }

    private async Task<string> ExportAsync(Fund fund, string view) =>
        await api.Administrator.Http.GetStringAsync(
            new Uri($"/api/v1/portfolios/{fund.Id}/subsidies.csv{view}", UriKind.Relative)
        );
}
