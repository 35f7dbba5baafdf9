using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Transitions;

/// <summary>A newcomer knows the API's addresses and nothing of gates: only what <c>available</c> lists leads to <c>adopted</c>.</summary>
public sealed class NewcomerTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Available_alone_leads_a_fresh_project_to_adopted()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var mended = new HashSet<string>();
        var year = 2016;

        for (var step = 0; step < 20 && (await project.GetAsync()).Text("standing") != "adopted"; step++)
        {
            var available = (await api.Administrator.GetAsync($"{project.Path}/transitions/available")).ShouldBe(200);
            var forward = available
                .Items()
                .Last(t => t["trigger"]!.GetValue<string>() is "advance" or "adopt" && t["to"] is not null);
            var unmet = forward["criteria"]!
                .AsArray()
                .Where(c => !c!["met"]!.GetValue<bool>())
                .Select(c => c!["code"]!.GetValue<string>())
                .ToList();
            foreach (var criterion in unmet.Where(mended.Add))
                await MendAsync(project, criterion);
            if (unmet.Count > 0)
                continue;

            forward["permitted"]!
                .GetValue<bool>()
                .Should()
                .BeTrue("nothing is missing any more: {0}", forward.ToJsonString());
            (await project.ReportAsync(forward["trigger"]!.GetValue<string>(), $"{year++}-01-01")).ShouldBe(201);
        }

        var end = await project.GetAsync();
        (end.Text("phase"), end.Text("standing")).Should().Be(("industrialisation", "adopted"));
        mended.Should().HaveCount(20, "every criterion of every gate was listed as missing once");
    }

    private static Task MendAsync(TestProject project, string criterion) =>
        criterion switch
        {
            "need.described" => project.DescribeAsync(),
            "solution.hypothesis" => project.DescribeAsync(),
            "territory.named" => project.TerritoriesAsync("Nanterre"),
            "funding.committed" => project.CommitAsync(10_000),
            "evaluation.relevance" or "evaluation.beneficiaries" => project.EvaluateAsync(
                "experimentation",
                "relevance",
                "narrated",
                "2016-06-01"
            ),
            "support.delivered" => DeliverAsync(project),
            "model.dimensions" or "model.keyFactors" or "model.operator" => project.DescribeAsync(modelled: true),
            "evaluation.sizing" => project.EvaluateAsync("modelling", "performance", "benchmarked", "2017-06-01"),
            "ratio.capacityBuilding" or "ratio.evaluation" => project.PlanAsync(
                ("scalingOut", "funding", 700),
                ("scalingOut", "expertiseAndNetworks", 220),
                ("scalingOut", "evaluation", 80)
            ),
            "model.trajectory" => AimAsync(project),
            "alliance.doubleImpact" => AllyAsync(project),
            "evaluation.measured" => project.EvaluateAsync("scalingOut", "performance", "measured", "2018-06-01"),
            "evaluation.partnership" => EvaluatePartnershipAsync(project),
            "territory.spread" => project.TerritoriesAsync("Nanterre", "Paris", "Lyon"),
            "impact.read" => ReadImpactAsync(project),
            "takeOver.named" => project.DescribeAsync(
                modelled: true,
                takeOver: new { kind = "market", name = "Mobility operators" }
            ),
            _ => throw new InvalidOperationException($"A newcomer would not know what to do about {criterion}."),
        };

    private static async Task AllyAsync(TestProject project) =>
        (
            await project.Fund.Api.Administrator.PostAsync(
                $"{project.Path}/alliances",
                new
                {
                    name = "Together",
                    form = "interOrganisation",
                    categories = new[] { "societalInnovation" },
                    startedOn = "2017-01-01",
                    partners = new[]
                    {
                        new
                        {
                            organisationId = project.Fund.OrganisationId,
                            since = "2017-01-01",
                            objectives = new[] { new { axis = "internalMobilisation", text = "Staff takes part" } },
                            gains = new[] { new { kind = "innovation" } },
                        },
                    },
                    commonGood = new[] { new { dimension = "political", text = "A right to move" } },
                }
            )
        ).ShouldBe(201);

    private static async Task AimAsync(TestProject project) =>
        (
            await project.Fund.Api.Administrator.PutAsync(
                $"{project.Path}/economics/target",
                new
                {
                    asOf = "2020-01-01",
                    kind = "operator",
                    resources = new[] { new { source = "public", yearlyAmount = project.Money(100_000) } },
                    people = Array.Empty<object>(),
                    sizing = new
                    {
                        territories = 3,
                        beneficiaries = 1_000,
                        yearlyCost = project.Money(100_000),
                    },
                    trajectory = new[] { new { milestone = "A contract with the region", dueOn = "2019-01-01" } },
                },
                "*"
            )
        ).ShouldBe(200);

    private static async Task ReadImpactAsync(TestProject project)
    {
        var (by, path) = (project.Fund.Api.Administrator, $"{project.Path}/impacts");
        var impact = await by.PostAsync(
            path,
            new
            {
                kind = "performance",
                facet = "generalInterestBodies",
                foreseen = "wanted",
                dimension = "economic",
                level = "organisation",
                statement = "It lives of what it earns",
                since = "2017-01-01",
            }
        );
        (
            await by.PostAsync(
                $"{path}/{impact.ShouldBe(201).Id("id")}/readings",
                new
                {
                    on = "2018-12-01",
                    outcome = "partly",
                    note = "Half of it",
                }
            )
        ).ShouldBe(201);
    }

    private static async Task EvaluatePartnershipAsync(TestProject project)
    {
        var alliances = (await project.Fund.Api.Administrator.GetAsync($"{project.Path}/alliances")).ShouldBe(200);
        await project.EvaluateAsync(
            "scalingOut",
            "partnership",
            "narrated",
            "2018-06-01",
            alliance: alliances.Id("items.0.id")
        );
    }

    private static async Task DeliverAsync(TestProject project)
    {
        var commitments = (await project.Fund.Api.Administrator.GetAsync($"{project.Path}/commitments")).ShouldBe(200);
        (await project.DeliverAsync(commitments.Id("items.0.id"), 500, "2016-03-01")).ShouldBe(201);
    }
}
