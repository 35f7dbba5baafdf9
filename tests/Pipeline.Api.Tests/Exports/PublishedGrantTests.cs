using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Application.Exports;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Exports;

/// <summary>What funders published comes out as it came in, in the 360Giving Data Standard.</summary>
[UseCases(typeof(GetGrants))]
public sealed partial class PublishedGrantTests(PipelineApi api) : IClassFixture<PipelineApi>
{
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

        var (before, after) = (Read(file, name), Read(published.Bytes, $"published.{form}"));
        after.Grants.Should().HaveCount(before.Grants.Count).And.HaveCountGreaterThan(260);
        after.Faults.Should().BeEmpty();
        var byIdentifier = after.Grants.ToDictionary(g => g.Identifier);
        foreach (var grant in before.Grants)
        {
            var again = byIdentifier[grant.Identifier];
            (again.Title, again.Cents, again.AwardedOn, again.StartsOn, again.EndsOn)
                .Should()
                .Be((grant.Title, grant.Cents, grant.AwardedOn, grant.StartsOn, grant.EndsOn), grant.Identifier);
            again.Description.Should().Be(grant.Description ?? grant.Title);
            again.Funder.Name.Should().Be(grant.Funder.Name);
            // One identifier is one organisation, under whichever of its names came first.
            if (grant.Recipient.Identifier is { } identifier)
                again.Recipient.Identifier.Should().Be(identifier);
            else
                again.Recipient.Name.Should().Be(grant.Recipient.Name);
        }
    }

    [Fact]
    public async Task Identifiers_and_amounts_are_those_of_the_file_itself()
    {
        var (fund, file) = (await Fund.OpenAsync(api, currency: "GBP"), RealFiles.Read(RealFiles.Nominet));
        (await fund.ImportAsync(file, RealFiles.Nominet)).ShouldBe(200);
        var published = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json")).ShouldBe(200);
        Figures(published.Json!).Should().BeEquivalentTo(Figures(JsonNode.Parse(file)!));

        static IEnumerable<(string, decimal)> Figures(JsonNode package) =>
            package["grants"]!
                .AsArray()
                .Select(g =>
                    (
                        g!["id"]!.GetValue<string>(),
                        decimal.Parse(g["amountAwarded"]!.ToJsonString(), CultureInfo.InvariantCulture)
                    )
                );
    }

    [Fact]
    public async Task Each_grant_has_what_the_standard_requires_in_its_forms()
    {
        var (fund, file) = (await Fund.OpenAsync(api, currency: "GBP"), RealFiles.Read(RealFiles.Indigo));
        (await fund.ImportAsync(file, RealFiles.Indigo)).ShouldBe(200);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(12.5m);
        var grants = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/360giving.json")).ShouldBe(200).Json![
            "grants"
        ]!.AsArray();
        grants.Should().HaveCount(270);
        foreach (var grant in grants.Select(g => g!.AsObject()))
        {
            foreach (var required in new[] { "id", "title", "description", "currency" })
                grant[required]!.GetValue<string>().Should().NotBeEmpty(required);
            grant["currency"]!.GetValue<string>().Should().Be("GBP");
            grant["amountAwarded"]!.GetValue<decimal>().Should().BePositive();
            Day().IsMatch(grant["awardDate"]!.GetValue<string>()).Should().BeTrue();
            foreach (var organisation in new[] { "recipientOrganization", "fundingOrganization" })
            {
                var one = grant[organisation]!.AsArray().Should().ContainSingle().Subject!;
                one["id"]!.GetValue<string>().Should().NotBeEmpty();
                one["name"]!.GetValue<string>().Should().NotBeEmpty();
            }
        }
        grants.Select(g => g!["id"]!.GetValue<string>()).Should().OnlyHaveUniqueItems();
        grants.Single(g => g!["amountAwarded"]!.ToJsonString() is "12.5" or "12.50")!["id"]!
            .GetValue<string>()
            .Should()
            .MatchRegex("^360G-pipeline-[0-9a-f-]{36}$", "it has no reference of its own");
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

    private GrantFile Read(byte[] file, string name) =>
        api
            .Services.GetRequiredService<IGrantFileReader>()
            .Read(new MemoryStream(file), name, mapping: null, encoding: null, api.Clock.Today, CancellationToken.None);

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex Day();
}
