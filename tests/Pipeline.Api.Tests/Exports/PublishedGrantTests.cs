using System.Text;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Application.Exports;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Exports;

/// <summary>What funders published comes out as it came in, in the 360Giving Data Standard.</summary>
[UseCases(typeof(GetGrants))]
public sealed class PublishedGrantTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly JsonSchema Schema = ReadSchema();

    // By identifier, every name that a file of these tests has for it: the directory is theirs together.
    private static readonly ILookup<string, string> Names = new[] { RealFiles.Indigo, RealFiles.Nominet }
        .SelectMany(name => GrantFields.Of(RealFiles.Read(name), name))
        .Select(g => (g.RecipientIdentifier, g.Recipient))
        .Append((RecipientIdentifier: "GB-CHC-1070468", Recipient: "Org A"))
        .Distinct()
        .ToLookup(g => g.RecipientIdentifier, g => g.Recipient);

    [Theory]
    [InlineData(RealFiles.Indigo, "json")]
    [InlineData(RealFiles.Indigo, "csv")]
    [InlineData(RealFiles.Nominet, "json")]
    [InlineData(RealFiles.Nominet, "csv")]
    public async Task A_funder_s_file_is_published_with_the_same_identifiers_amounts_and_dates(string name, string form)
    {
        var (fund, file) = (await Fund.OpenAsync(api, currency: "GBP"), RealFiles.Read(name));
        (await fund.ImportAsync(file, name)).ShouldBe(200);
        var published = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.{form}")).ShouldBe(200);

        // Field by field as they are written, without the product's own reader.
        NamedOnce(GrantFields.Of(published.Bytes, form))
            .Should()
            .BeEquivalentTo(NamedOnce(GrantFields.Of(file, name)))
            .And.HaveCountGreaterThan(260);

        // What letters a description has, the reader knows.
        var (before, after) = (Read(file, name), Read(published.Bytes, $"published.{form}"));
        after.Faults.Should().BeEmpty();
        var byIdentifier = after.Grants.ToDictionary(g => g.Identifier);
        foreach (var grant in before.Grants)
            byIdentifier[grant.Identifier].Description.Should().Be(grant.Description ?? grant.Title);
    }

    [Fact]
    public async Task A_grant_of_nothing_is_published_until_a_file_says_an_amount()
    {
        var fund = await Fund.OpenAsync(api);
        var file = RealFiles.Case("zero-grant.csv");
        (await fund.ImportAsync(file)).ShouldBe(200);
        await ShouldPublishAsync(("A1", 1_000m), ("A2", 0m));
        (await PublishedAsync("?asOf=2019-01-07")).Should().BeEmpty();
        var nothing = (await PublishedAsync()).Single(g => Id(g) == "A2");
        ShouldFit(nothing);
        (
            $"{nothing["awardDate"]}",
            $"{nothing["fundingOrganization"]![0]!["name"]}",
            $"{nothing["recipientOrganization"]![0]!["id"]}"
        )
            .Should()
            .Be(("2019-01-08", "Fund A", "GB-CHC-1070468"));

        var later = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes(
                    Encoding.UTF8.GetString(file).Replace(",EUR,0,", ",EUR,70,", StringComparison.Ordinal)
                )
            )
        ).ShouldBe(200);
        await ShouldPublishAsync(("A1", 1_000m), ("A2", 70m));
        (
            await api.Administrator.PostAsync($"imports/{later.Id("importId")}/reversal", new { reason = "Too soon" })
        ).ShouldBe(200);
        await ShouldPublishAsync(("A1", 1_000m), ("A2", 0m));

        // It stays in the books of whoever awarded it.
        var lead = await Fund.OpenAsync(api);
        foreach (var project in await fund.ProjectsAsync())
            (
                await api.Administrator.PutAsync(
                    $"portfolios/{lead.Id}/holdings/{project["id"]}",
                    new { kind = "lead" }
                )
            ).ShouldBe(200);
        await ShouldPublishAsync(("A1", 1_000m), ("A2", 0m));

        async Task ShouldPublishAsync(params (string, decimal)[] grants) =>
            (await PublishedAsync())
                .Select(g => (Id(g), g["amountAwarded"]!.GetValue<decimal>()))
                .Should()
                .BeEquivalentTo(grants);

        async Task<IReadOnlyList<JsonNode>> PublishedAsync(string query = "") =>
            [
                .. (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json{query}"))
                    .ShouldBe(200)
                    .Json!["grants"]!
                    .AsArray()
                    .Select(g => g!),
            ];

        static string Id(JsonNode grant) => grant["id"]!.GetValue<string>();
    }

    [Fact]
    public async Task An_imported_grant_keeps_its_identifier_whatever_else_is_called_so_and_its_dates_when_it_is_restored()
    {
        var fund = await Fund.OpenAsync(api);
        var code = api.NewCode("G");
        (await fund.ImportAsync(File(1_000))).ShouldBe(200);
        var projects = await fund.ProjectsAsync();
        var project = new TestProject(fund, projects.Single()["id"]!.GetValue<Guid>(), code);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments",
                new
                {
                    portfolioId = fund.Id,
                    funderOrganisationId = fund.OrganisationId,
                    lever = "funding",
                    phase = "conception",
                    nature = "cash",
                    amount = project.Money(50),
                    // Before the one of the file, which was recorded first.
                    agreedOn = "2019-01-08",
                    reference = code,
                }
            )
        ).ShouldBe(201);
        var again = (await fund.ImportAsync(File(2_000))).ShouldBe(200).Id("importId");
        (await api.Administrator.PostAsync($"imports/{again}/reversal", new { reason = "A draft" })).ShouldBe(200);

        var grants = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json")).ShouldBe(200).Json![
            "grants"
        ]!.AsArray();
        grants
            .Select(g =>
                (
                    $"{g!["id"]}".StartsWith("360G-pipeline-", StringComparison.Ordinal),
                    g["amountAwarded"]!.GetValue<decimal>()
                )
            )
            .Should()
            .BeEquivalentTo([(false, 1_000m), (true, 50m)]);
        grants.Single(g => $"{g!["id"]}" == code)!["plannedDates"]![0]!
            .ToJsonString()
            .Should()
            .Be("""{"duration":"18"}""");

        // What was published stays so in its view, whatever is taken back and whoever moves later.
        var (asOf, knownAt) = ($"{api.Clock.Today:yyyy-MM-dd}", (await fund.DashboardAsync()).Text("knownAt"));
        var then = await PublishedAsync();
        var draft = (await fund.ImportAsync(File(3_000))).ShouldBe(200).Id("importId");
        (await api.Administrator.PostAsync($"imports/{draft}/reversal", new { reason = "A draft" })).ShouldBe(200);
        var owner = (await project.GetAsync()).Id("ownerOrganisation.id");
        (
            await api.Administrator.PutAsync(
                $"organisations/{owner}",
                new
                {
                    name = $"{code} Org",
                    actorProfile = "association",
                    country = "Belgium",
                },
                "*"
            )
        ).ShouldBe(200);
        (await PublishedAsync()).Should().Be(then);

        async Task<string> PublishedAsync() =>
            Encoding.UTF8.GetString(
                (
                    await api.Administrator.GetAsync(
                        $"portfolios/{fund.Id}/360giving.csv?asOf={asOf}&knownAt={Uri.EscapeDataString(knownAt)}"
                    )
                )
                    .ShouldBe(200)
                    .Bytes
            );

        byte[] File(int amount) =>
            Encoding.UTF8.GetBytes(
                "Identifier,Title,Currency,Amount Awarded,Award Date,Planned Dates:Duration (months),Recipient Org:Name,Funding Org:Name\n"
                    + $"{code},A grant,EUR,{amount},2019-01-08,18 months,{code} Org,{code} Fund\n"
            );
    }

    [Theory]
    [InlineData(RealFiles.Indigo, 269)]
    [InlineData(RealFiles.Nominet, 270)]
    public async Task Each_grant_passes_the_standard_s_schema(string name, int count)
    {
        var fund = await Fund.OpenAsync(api, currency: "GBP");
        (await fund.ImportAsync(RealFiles.Read(name), name)).ShouldBe(200);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(12.5m);
        var grants = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json")).ShouldBe(200).Json![
            "grants"
        ]!.AsArray();
        grants.Should().HaveCount(count + 1);
        foreach (var grant in grants)
            ShouldFit(grant!);
        grants.Select(g => g!["id"]!.GetValue<string>()).Should().OnlyHaveUniqueItems();
        grants.Single(g => g!["amountAwarded"]!.ToJsonString() is "12.5" or "12.50")!["id"]!
            .GetValue<string>()
            .Should()
            .MatchRegex("^360G-pipeline-[0-9a-f-]{36}$", "it has no reference of its own");
    }

    [Fact]
    public async Task A_grant_that_is_typed_after_its_import_was_taken_back_has_its_identifier()
    {
        var (fund, code) = (await Fund.OpenAsync(api), api.NewCode("G"));
        var import = (
            await fund.ImportAsync(
                Encoding.UTF8.GetBytes(
                    "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name\n"
                        + $"{code},A grant,EUR,7,2019-01-08,{code} Org,{code} Fund\n"
                )
            )
        ).ShouldBe(200);
        (
            await api.Administrator.PostAsync($"imports/{import.Id("importId")}/reversal", new { reason = "Wrong" })
        ).ShouldBe(200);
        var project = await fund.ProjectAsync();
        (await project.TryCommitAsync(100, on: "2019-01-08", more: new { reference = code })).ShouldBe(201);

        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json")).ShouldBe(200).Json!["grants"]!
            .AsArray()
            .Select(g => ($"{g!["id"]}", g["amountAwarded"]!.GetValue<decimal>()))
            .Should()
            .Equal((code, 100m));
    }

    [Fact]
    public async Task What_is_published_under_a_reference_stays_so_whatever_is_called_the_same_later()
    {
        var fund = await Fund.OpenAsync(api);
        var (project, reference) = (await fund.ProjectAsync(), api.NewCode("R"));
        (await fund.ImportAsync(RealFiles.Case("zero-grant.csv"))).ShouldBe(200);
        var first = await CommitAsync(100, "2018-06-01", reference);
        await ShouldPublishAsync((100, reference), (0, "A2"));

        // One of an earlier day, and one called as an award of nothing that a file brought.
        var (second, third) = (
            await CommitAsync(200, "2018-01-01", reference),
            await CommitAsync(300, "2018-01-01", "A2")
        );

        var named = new (decimal, string)[] { (100, reference), (200, Own(second)), (300, Own(third)) };
        await ShouldPublishAsync([.. named, (0, "A2")]);
        await PublishesAsync("?asOf=2018-03-01", [.. named[1..]]);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{first}/cancellation",
                new { reason = "Over", cancelledOn = "2018-07-01" }
            )
        ).ShouldBe(200);
        await ShouldPublishAsync([.. named[1..], (0, "A2")]);
        await PublishesAsync("?asOf=2018-06-30", named);

        Task ShouldPublishAsync(params (decimal, string)[] grants) => PublishesAsync("", grants);

        async Task PublishesAsync(string query, (decimal, string)[] grants) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json{query}")).ShouldBe(200).Json![
                "grants"
            ]!
                .AsArray()
                .Select(g => (g!["amountAwarded"]!.GetValue<decimal>(), $"{g["id"]}"))
                .Where(g => g.Item2 != "A1")
                .Should()
                .BeEquivalentTo(grants);

        async Task<Guid> CommitAsync(decimal amount, string on, string name) =>
            (await project.TryCommitAsync(amount, on: on, more: new { reference = name })).ShouldBe(201).Id("id");

        static string Own(Guid commitment) => $"360G-pipeline-{commitment}";
    }

    [Fact]
    public async Task As_of_a_day_and_less_what_was_cancelled()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (kept, cancelled) = (await project.CommitAsync(100), await project.CommitAsync(200));
        (await project.DeliverAsync(cancelled, 30)).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{cancelled}/cancellation",
                new { reason = "Over", cancelledOn = "2016-01-01" }
            )
        )
            .Status.Should()
            .BeOneOf(200, 201);
        (await AmountsAsync("")).Should().BeEquivalentTo([100m, 30m]);
        (await AmountsAsync("?asOf=2015-12-31")).Should().BeEquivalentTo([100m, 200m]);
        (await AmountsAsync("?asOf=2014-12-31")).Should().BeEmpty();
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json?asOf=2999-01-01")).ShouldBeProblem(
            422,
            "date_in_future"
        );
        kept.Should().NotBe(cancelled);

        async Task<IEnumerable<decimal>> AmountsAsync(string query) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json{query}")).ShouldBe(200).Json![
                "grants"
            ]!
                .AsArray()
                .Select(g => g!["amountAwarded"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_is_none_in_a_spreadsheet()
    {
        var fund = await Fund.OpenAsync(api);
        var project = (
            await api.Administrator.PostAsync(
                "projects",
                new
                {
                    code = api.NewCode("P"),
                    name = "=HYPERLINK(\"http://example.org\")",
                    ownerOrganisationId = fund.OrganisationId,
                    portfolioId = fund.Id,
                    startedOn = "2015-01-01",
                }
            )
        ).ShouldBe(201);
        await new TestProject(fund, project.Id("id"), "").CommitAsync(10);
        var csv = Encoding.UTF8.GetString(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.csv")).ShouldBe(200).Bytes
        );
        csv.Should().Contain("HYPERLINK").And.NotMatchRegex("(^|,|\"|\n)=HYPERLINK");
    }

    // One organisation is under one name, whichever of those that the two files have for its identifier came first; a word for many names nobody.
    private static IEnumerable<GrantFields> NamedOnce(IEnumerable<GrantFields> grants) =>
        grants.Select(g =>
            g.RecipientIdentifier.Contains('-', StringComparison.Ordinal)
            && Names[g.RecipientIdentifier].Contains(g.Recipient)
                ? g with
                {
                    Recipient = Names[g.RecipientIdentifier].First(),
                }
                : g
        );

    private GrantFile Read(byte[] file, string name) =>
        api
            .Services.GetRequiredService<IGrantFileReader>()
            .Read(new MemoryStream(file), name, mapping: null, encoding: null, api.Clock.Today, CancellationToken.None);

    // Formats are held to as well: a day and a time of day are told apart by them.
    private static void ShouldFit(JsonNode grant)
    {
        var judged = Schema.Evaluate(
            grant,
            new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true }
        );
        judged
            .IsValid.Should()
            .BeTrue(
                "{0} has {1}",
                grant.ToJsonString(),
                string.Join(", ", judged.Details.Where(d => d.HasErrors).SelectMany(d => d.Errors!.Values))
            );
    }

    // The library begins with draft 6; nothing that the schema uses means anything else there.
    private static JsonSchema ReadSchema()
    {
        using var reader = new StreamReader(
            typeof(PublishedGrantTests).Assembly.GetManifestResourceStream("360-giving-schema.json")!
        );
        return JsonSchema.FromText(reader.ReadToEnd().Replace("draft-04", "draft-06", StringComparison.Ordinal));
    }
}
