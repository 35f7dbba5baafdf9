using Pipeline.Api.Tests.Common;
using Pipeline.Application.Projects;
using Pipeline.Application.Territories;

namespace Pipeline.Api.Tests.Projects;

/// <summary>Territories with their roles: where a project is tried out, and where it is adapted.</summary>
[UseCases(typeof(SetTerritories), typeof(ListPortfolioTerritories))]
public sealed class TerritoryTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task What_is_said_of_a_territory_is_kept_and_what_says_no_role_is_both()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var kept = (
            await PutAsync(
                project,
                new { name = "Nanterre", level = "local" },
                new
                {
                    name = "Lyon",
                    level = "local",
                    role = "deployment",
                    adaptation = " Buses in place of cars ",
                    carrierOrganisationId = fund.OrganisationId,
                    since = "2016-01-01",
                    closedOn = "2017-01-01",
                }
            )
        ).ShouldBe(200);
        kept.Items("territories").Should().HaveCount(2);
        kept.Text("territories.0.role").Should().Be("both");
        (
            kept.Text("territories.1.role"),
            kept.Text("territories.1.adaptation"),
            kept.Text("territories.1.carrierOrganisation.name"),
            kept.Text("territories.1.closedOn")
        )
            .Should()
            .Be(("deployment", "Buses in place of cars", $"Fund {fund.Code}", "2017-01-01"));
        (
            await PutAsync(
                project,
                new
                {
                    name = "Lyon",
                    level = "local",
                    carrierOrganisationId = Guid.Empty,
                }
            )
        ).ShouldBlame("[0].carrierOrganisationId", "unknown_organisation");
        (
            await PutAsync(
                project,
                new
                {
                    name = "Lyon",
                    level = "local",
                    since = "2017-01-01",
                    closedOn = "2016-12-31",
                }
            )
        ).ShouldBlame("[0].closedOn", "closed_before_since");
    }

    [Fact]
    public async Task The_first_gate_wants_a_place_for_the_experiment()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await PutAsync(project, Place("Lyon", "deployment"))).ShouldBe(200);
        (await project.MeetsAsync("territory.named")).Should().BeFalse();
        (await PutAsync(project, Place("Lyon", "experiment"))).ShouldBe(200);
        (await project.MeetsAsync("territory.named")).Should().BeTrue();
        (await PutAsync(project, Place("Lyon", "experiment", closedOn: "2016-01-01"))).ShouldBe(200);
        (await project.MeetsAsync("territory.named")).Should().BeFalse();
    }

    [Fact]
    public async Task A_portfolio_lists_them_by_role_as_they_were_known()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (await PutAsync(project, Place("Nanterre", "experiment"), Place("Paris", "both"))).ShouldBe(200);
        var instant = (await fund.DashboardAsync()).ShouldBe(200).Text("knownAt");
        (await PutAsync(project, Place("Nanterre", "experiment"), Place("Lyon", "deployment", "2017-01-01"))).ShouldBe(
            200
        );
        (await NamesAsync("")).Should().Equal("Nanterre", "Lyon");
        (await NamesAsync("role=deployment")).Should().Equal("Lyon");
        (await NamesAsync($"role=deployment&knownAt={Uri.EscapeDataString(instant)}")).Should().Equal("Paris");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/territories?region=atlantis")).ShouldBlame(
            "region",
            "unknown_code"
        );
        (await NamesAsync("asOf=2014-12-31")).Should().BeEmpty("the project had not begun");
        foreach (var (asOf, deployed) in new[] { ("2016-12-31", true), ("2017-01-01", false) })
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/territories?role=deployment&asOf={asOf}"))
                .ShouldBe(200)
                .Flag("items.0.deployed")
                .Should()
                .Be(deployed);

        async Task<IEnumerable<string>> NamesAsync(string query) =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/territories?{query}"))
                .ShouldBe(200)
                .Items()
                .Select(t => t["name"]!.GetValue<string>());
    }

    private Task<Reply> PutAsync(TestProject project, params object[] territories) =>
        api.Administrator.PutAsync($"{project.Path}/territories", territories, "*");

    private static object Place(string name, string role, string? closedOn = null) =>
        new
        {
            name,
            level = "local",
            role,
            closedOn,
        };
}
