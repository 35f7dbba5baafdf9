using Pipeline.Api.Tests.Common;
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
        var (goes, stays) = (await AddAsync("Voiture & Co", Charity), await AddAsync("Wimoov Association"));
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

        // The identifier of the one, the former name of the one and the name of the other: nobody new.
        var report = await ImportAsync(
            fund,
            $"{api.NewCode("G")},EUR,1000,2019-01-08,GB-CHC-1070468,{goes.Name},,{stays.Name}",
            $"{api.NewCode("G")},EUR,1000,2019-01-08,,{goes.Name},,{goes.Name}"
        );
        report.Number("organisationsCreated").Should().Be(0);
        (await api.Administrator.GetAsync($"projects?ownerOrganisationId={goes.Id}"))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .Be(3);
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
