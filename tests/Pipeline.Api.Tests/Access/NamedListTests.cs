using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;
using Pipeline.Application.Organisations;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Tests.Access;

/// <summary>Lists of names are narrowed by <c>q</c> and ordered by <c>sort</c> as people of the language look for them.</summary>
[UseCases(typeof(ListPortfolios), typeof(ListUsers), typeof(ListOrganisations))]
public sealed class NamedListTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Names = ["Zèbre", "étoile", "Œuvre", "Fund"];

    // As a dictionary has them, which bytes do not.
    private static readonly string[] InOrder = ["étoile", "Fund", "Œuvre", "Zèbre"];

    [Fact]
    public async Task Portfolios_are_found_by_code_and_name_and_ordered_by_either()
    {
        var mark = api.NewCode("L");
        var fund = await Fund.OpenAsync(api);
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
            (
                await api.Administrator.PostAsync(
                    "portfolios",
                    new
                    {
                        code = $"{mark}-{i}",
                        name = $"{name} {mark}",
                        organisationId = fund.OrganisationId,
                        currency = "EUR",
                    }
                )
            ).ShouldBe(201);

        await ShouldBeFoundAsync("portfolios", mark, "name");
        (await api.Administrator.GetAsync($"portfolios?q=oeuvre {mark}")).Number("totalItems").Should().Be(1);
        (await api.Administrator.GetAsync($"portfolios?q={mark}"))
            .Items()
            .Select(p => p["code"]!.GetValue<string>())
            .Should()
            .Equal([.. Enumerable.Range(0, 4).Select(i => $"{mark}-{i}")], "the code is the usual order");
    }

    [Fact]
    public async Task People_are_found_by_email_and_name_and_ordered_by_either()
    {
        var mark = api.NewCode("M");
        foreach (var name in Names)
            await api.NewUserAsync($"{name} {mark}");

        await ShouldBeFoundAsync("users", mark, "name");
        var found = (await api.Administrator.GetAsync($"users?q=ETOILE {mark}")).ShouldBe(200);
        found.Number("totalItems").Should().Be(1);
        (await api.Administrator.GetAsync($"users?q={found.Text("items.0.email")}"))
            .Number("totalItems")
            .Should()
            .Be(1);
        (await api.Administrator.GetAsync("users?sort=-email&pageSize=200"))
            .Items()
            .Select(u => u["email"]!.GetValue<string>())
            .Should()
            .BeInDescendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Organisations_are_ordered_by_name_either_way()
    {
        var mark = api.NewCode("O");
        foreach (var name in Names)
            (
                await api.Administrator.PostAsync(
                    "organisations",
                    new { name = $"{name} {mark}", actorProfile = "association" }
                )
            ).ShouldBe(201);
        await ShouldBeFoundAsync("organisations", mark, "name");
        (await api.Administrator.GetAsync($"organisations?q=oeuvre {mark}")).Number("totalItems").Should().Be(1);
    }

    [Fact]
    public async Task Projects_are_ordered_by_name_either_way()
    {
        var (fund, mark) = (await Fund.OpenAsync(api), api.NewCode("N"));
        foreach (var name in Names)
            await fund.ProjectAsync(tags: new { name = $"{name} {mark}" });
        await ShouldBeFoundAsync("projects", mark, "name");
        (await api.Administrator.GetAsync($"projects?q=oeuvre {mark}")).Number("totalItems").Should().Be(1);
    }

    private async Task ShouldBeFoundAsync(string list, string mark, string sort)
    {
        (await NamesAsync($"sort={sort}")).Should().Equal(InOrder);
        (await NamesAsync($"sort=-{sort}")).Should().Equal(InOrder.Reverse());
        (await NamesAsync($"sort={sort}&pageSize=2&page=2")).Should().Equal(InOrder[2..]);
        (await api.Administrator.GetAsync($"{list}?q={mark}&pageSize=2")).Number("totalItems").Should().Be(4);
        (await api.Administrator.GetAsync($"{list}?q=no such {mark}")).Items().Should().BeEmpty();
        (await api.Administrator.GetAsync($"{list}?sort=colour"))
            .ShouldBlame("sort", "unknown_sort")
            .Text("detail")
            .Should()
            .Contain("name");

        async Task<IReadOnlyList<string>> NamesAsync(string query) =>
            [
                .. (await api.Administrator.GetAsync($"{list}?q={mark}&{query}"))
                    .ShouldBe(200)
                    .Items()
                    .Select(i => i["name"]!.GetValue<string>().Replace($" {mark}", "", StringComparison.Ordinal)),
            ];
    }
}
