using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Resources;
using Pipeline.Domain.Projects;

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
        foreach (var (list, key) in new[] { ("paths", "path"), ("phases", "phase"), ("criteria", "criterion") })
        {
            all.Should().OnlyContain(r => r[list]!.AsArray().Count > 0, "each has its {0}", list);
            foreach (var value in all.SelectMany(r => Texts(r, list)).Distinct())
                Codes(await ListAsync($"?{key}={value}"))
                    .Should()
                    .Equal(Codes(all.Where(r => Texts(r, list).Contains(value))), "{0} is {1}", key, value);
        }
        foreach (var r in all)
            Codes(
                    await ListAsync(
                        $"?path={Texts(r, "paths")[^1]}&phase={Texts(r, "phases")[^1]}&criterion={Texts(r, "criteria")[^1]}"
                    )
                )
                .Should()
                .Contain(r["code"]!.GetValue<string>(), "it is found by all three together");
        Codes(await ListAsync("?path=P3&q=ÉVALUATION"))
            .Should()
            .Equal(["evaluationChecklist"], "case and accents do not count, and way and text both do");
    }

    [Fact]
    public async Task Each_way_through_the_kit_has_the_documents_that_the_kit_gives_it()
    {
        (await ListAsync("?path=P1")).Should().HaveCount(15);
        (await ListAsync("?path=P2")).Should().HaveCount(20);
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

    [Fact]
    public async Task Every_criterion_has_what_helps_with_it_and_names_it_in_both_languages_while_it_is_unmet()
    {
        foreach (var criterion in Gates.Criteria)
            (await ListAsync($"?criterion={criterion.Code}")).Should().NotBeEmpty("{0} can be unmet", criterion.Code);
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var told = new List<IReadOnlyList<(string Code, string Sentence, bool Met, string Resources)>>();
        foreach (var language in new[] { "en", "fr" })
            told.Add([
                .. (await api.Administrator.GetAsync($"{project.Path}/transitions/available", language))
                    .ShouldBe(200)
                    .Items()
                    .SelectMany(t => t["criteria"]!.AsArray())
                    .Select(c =>
                        (
                            c!["code"]!.GetValue<string>(),
                            c["sentence"]!.GetValue<string>(),
                            c["met"]!.GetValue<bool>(),
                            string.Join(", ", Codes(c["resources"]!.AsArray()!))
                        )
                    ),
            ]);
        told[0].Where(c => !c.Met).Should().NotBeEmpty().And.OnlyContain(c => c.Resources.Length > 0);
        told[1]
            .Select(c => (c.Code, c.Met, c.Resources))
            .Should()
            .Equal(told[0].Select(c => (c.Code, c.Met, c.Resources)));
        told[1].Zip(told[0]).Should().OnlyContain(c => c.First.Sentence != c.Second.Sentence);
    }

    [Theory]
    [InlineData("path=P4", "path")]
    [InlineData("phase=childhood", "phase")]
    [InlineData("criterion=need", "criterion")]
    public async Task What_cannot_be_asked_is_named(string query, string field) =>
        (await api.Administrator.GetAsync($"resources?{query}")).ShouldBlame(field, "unknown_code");

    private async Task<IReadOnlyList<JsonNode>> ListAsync(string query) =>
        (await api.Administrator.GetAsync($"resources{query}")).ShouldBe(200).Items();

    private static IReadOnlyList<string> Texts(JsonNode resource, string list) =>
        [.. resource[list]!.AsArray().Select(v => v!.GetValue<string>())];

    private static IEnumerable<string> Codes(IEnumerable<JsonNode> resources) =>
        resources.Select(r => r["code"]!.GetValue<string>());
}
