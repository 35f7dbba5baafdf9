using Pipeline.Api.Tests.Common;
using Pipeline.Application.Resources;

namespace Pipeline.Api.Tests.Resources;

/// <summary>What helps: the kit's documents as installed, found by what they help with, and named where something is missing.</summary>
[UseCases(typeof(ListResources))]
public sealed class ResourceTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Each_of_the_37_documents_is_found_by_path_phase_and_criterion()
    {
        var all = await ListAsync("");
        all.Should().HaveCount(37);
        all.GroupBy(r => r["nature"]!.GetValue<string>())
            .ToDictionary(g => g.Key, g => g.Count())
            .Should()
            .Equal(
                new Dictionary<string, int>
                {
                    ["framework"] = 3,
                    ["illustration"] = 7,
                    ["method"] = 9,
                    ["toolbox"] = 18,
                }
            );
        foreach (var resource in all)
        {
            var code = resource["code"]!.GetValue<string>();
            foreach (var (list, key) in new[] { ("paths", "path"), ("phases", "phase"), ("criteria", "criterion") })
            {
                var values = resource[list]!.AsArray();
                values.Should().NotBeEmpty("{0} has {1}", code, list);
                foreach (var value in values)
                    Codes(await ListAsync($"?{key}={value}")).Should().Contain(code, "it is asked for by {0}", value);
            }
        }
        Codes(await ListAsync("?path=P3&q=ÉVALUATION"))
            .Should()
            .Equal(["evaluationChecklist"], "case and accents do not count, and way and text both do");
    }

    [Fact]
    public async Task Each_way_through_the_kit_has_the_documents_that_the_kit_gives_it()
    {
        (await ListAsync("?path=P1")).Should().HaveCount(15);
        (await ListAsync("?path=P2")).Should().HaveCount(18);
        (await ListAsync("?path=P3")).Should().HaveCount(17);
    }

    [Fact]
    public async Task An_unmet_criterion_names_up_to_three_resources_and_a_met_one_none()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var unmet = await project.CriterionAsync("need.described");
        unmet["resources"]!
            .AsArray()
            .Select(r => r!["code"]!.GetValue<string>())
            .Should()
            .Equal("coConstructionNote", "studyNord", "studyPoitouCharentes");
        unmet["resources"]![0]!["nature"]!.GetValue<string>().Should().Be("framework");
        await project.DescribeAsync();
        (await project.CriterionAsync("need.described"))["resources"]!.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData("path=P4", "path")]
    [InlineData("phase=childhood", "phase")]
    [InlineData("criterion=need", "criterion")]
    public async Task What_cannot_be_asked_is_named(string query, string field) =>
        (await api.Administrator.GetAsync($"resources?{query}")).ShouldBlame(field, "unknown_code");

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> ListAsync(string query) =>
        (await api.Administrator.GetAsync($"resources{query}")).ShouldBe(200).Items();

    private static IEnumerable<string> Codes(IEnumerable<System.Text.Json.Nodes.JsonNode> resources) =>
        resources.Select(r => r["code"]!.GetValue<string>());
}
