using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Tests.Projects;

/// <summary>A catalyst that carries what it animates has to choose, and a view says so of its own day and instant (CT l.819-826).</summary>
[UseCases(typeof(SetStakeholders), typeof(SetTerritories), typeof(GetDashboard))]
public sealed class OperatingCatalystTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Code = "catalyst_is_operator";

    [Fact]
    public async Task An_owner_that_is_catalyst_too_is_pointed_at_until_it_has_chosen()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var before = await LookAsync(fund);
        before.Total.Should().Be(0);

        await StakeholdersAsync(project, ("catalyst", fund.OrganisationId), ("catalyst", fund.OrganisationId));
        var both = await LookAsync(fund);
        both.Total.Should().Be(1, "an organisation is pointed at once");
        both.Messages.Should().Equal($"Fund {fund.Code} is both catalyst and owner of the project, and has to choose");
        var french = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/dashboard", "fr")).ShouldBe(200);
        Messages(french)
            .Should()
            .Equal($"Fund {fund.Code} est à la fois catalyseur et porteur du projet, et doit choisir");

        await StakeholdersAsync(project, ("peer", fund.OrganisationId), ("catalyst", null));
        var chosen = await LookAsync(fund);
        chosen.Total.Should().Be(0);

        foreach (var view in new[] { before, both, chosen })
            (await LookAsync(fund, view.Query)).Should().BeEquivalentTo(view);
        (
            await api.InDatabaseAsync(db =>
                db.FormerVersions.Where(v => v.SubjectId == project.Id).Select(v => v.Fields).ToListAsync()
            )
        )
            .Should()
            .Contain(fields => fields.Contains("\"catalyst\""))
            .And.NotContain(fields => fields.Contains("Camille"), "who it is does not stay behind");

        await StakeholdersAsync(project, ("catalyst", fund.OrganisationId));
        (await LookAsync(fund)).Total.Should().Be(1);
        (await project.ReportAsync("stop", "2016-01-01", "Nobody has time")).ShouldBe(201);
        (await LookAsync(fund)).Total.Should().Be(0, "nothing is left to choose");
        (await LookAsync(fund, "?asOf=2015-12-31")).Total.Should().Be(1);
    }

    [Fact]
    public async Task A_carrier_is_pointed_at_on_the_days_on_which_it_carries_a_territory()
    {
        var fund = await Fund.OpenAsync(api);
        var (carrier, entry) = (await OrganisationAsync("Carrier"), await OrganisationAsync("Entry"));
        var project = await fund.ProjectAsync();
        await StakeholdersAsync(project, ("catalyst", entry.Id));
        await TerritoriesAsync(carrier.Id);
        var apart = await LookAsync(fund, "?asOf=2016-06-01");
        apart.Total.Should().Be(0);

        (
            await api.Administrator.PostAsync(
                $"organisations/{entry.Id}/merge",
                new { into = carrier.Id, reason = "Same address" }
            )
        ).ShouldBe(200);
        var merged = await LookAsync(fund, "?asOf=2016-06-01");
        merged
            .Messages.Should()
            .Equal(
                $"{carrier.Name} is both catalyst of the project and its carrier on the ground (Lyon, Lille), and has to choose"
            );
        foreach (var day in new[] { "2015-12-31", "2017-01-01" })
            (await LookAsync(fund, $"?asOf={day}")).Total.Should().Be(0);

        await TerritoriesAsync(null);
        (await LookAsync(fund, "?asOf=2016-06-01")).Total.Should().Be(0);
        foreach (var view in new[] { apart, merged })
            (await LookAsync(fund, view.Query)).Should().BeEquivalentTo(view);

        async Task TerritoriesAsync(Guid? carrierOrganisationId) =>
            (
                await api.Administrator.PutAsync(
                    $"{project.Path}/territories",
                    new[] { "Lyon", "Lille" }.Select(name => new
                    {
                        name,
                        level = "local",
                        since = "2016-01-01",
                        closedOn = "2017-01-01",
                        carrierOrganisationId,
                    }),
                    "*"
                )
            ).ShouldBe(200);
    }

    private async Task StakeholdersAsync(
        TestProject project,
        params (string Kind, Guid? OrganisationId)[] stakeholders
    ) =>
        (
            await api.Administrator.PutAsync(
                $"{project.Path}/stakeholders",
                stakeholders.Select(s => new
                {
                    kind = s.Kind,
                    name = "Camille Durand",
                    organisationId = s.OrganisationId,
                    level = 2,
                }),
                "*"
            )
        ).ShouldBe(200);

    private async Task<(Guid Id, string Name)> OrganisationAsync(string prefix)
    {
        var name = api.NewCode(prefix);
        return (
            (await api.Administrator.PostAsync("organisations", new { name, actorProfile = "association" }))
                .ShouldBe(201)
                .Id("id"),
            name
        );
    }

    private static async Task<(int Total, string[] Messages, string Query)> LookAsync(Fund fund, string query = "")
    {
        var dashboard = (await fund.DashboardAsync(query)).ShouldBe(200);
        return (
            dashboard["attentionTotals"]![Code]?.GetValue<int>() ?? 0,
            Messages(dashboard),
            $"?asOf={dashboard.Text("asOf")}&knownAt={Uri.EscapeDataString(dashboard.Text("knownAt"))}"
        );
    }

    private static string[] Messages(Reply dashboard) =>
        [
            .. dashboard
                .Items("attention")
                .Where(a => a["code"]!.GetValue<string>() == Code)
                .Select(a => a["message"]!.GetValue<string>()),
        ];
}
