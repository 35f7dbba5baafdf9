using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Resources;

namespace Pipeline.Api.Tests.Resources;

/// <summary>The list of resources as an administrator changes it, in a database of its own.</summary>
[UseCases(typeof(UpdateResources))]
public sealed class UpdateResourcesTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task The_list_is_replaced_and_criteria_name_what_is_in_it_now()
    {
        var installed = (await api.Administrator.GetAsync("resources")).ShouldBe(200);
        installed.Number("version").Should().Be(0);
        var saved = (
            await api.Administrator.PutAsync(
                "reference/resources",
                new { items = new[] { Item("url", "https://example.org/guide.pdf") } },
                installed.ETag
            )
        ).ShouldBe(200);
        saved.Number("version").Should().Be(1);
        (
            await api.Administrator.PutAsync(
                "reference/resources",
                new { items = Array.Empty<object>() },
                installed.ETag
            )
        ).ShouldBe(412);

        var criterion = await (await (await Fund.OpenAsync(api)).ProjectAsync()).CriterionAsync("need.described");
        var link = criterion["resources"]!.AsArray().Should().ContainSingle().Subject!;
        (link["code"]!.GetValue<string>(), link["url"]!.GetValue<string>())
            .Should()
            .Be(("ownGuide", "https://example.org/guide.pdf"));
    }

    [Theory]
    [InlineData("url", "\"ftp://example.org\"", "invalid_link")]
    [InlineData("criteria[0]", "[\"need\"]", "unknown_code")]
    [InlineData("paths[1]", "[\"P1\",\"P1\"]", "duplicate")]
    [InlineData("tool", "\"guide\"", "tool_mismatch")]
    [InlineData("year", "216", "out_of_range")]
    [InlineData("title", "\" \"", "required")]
    public async Task What_is_wrong_is_named_with_its_place(string field, string json, string code)
    {
        var item = Item(field.Split('[')[0], JsonNode.Parse(json)!);
        (await api.Administrator.PutAsync("reference/resources", new { items = new[] { item } }, "*")).ShouldBlame(
            $"items[0].{field}",
            code
        );
    }

    [Fact]
    public async Task A_code_is_there_once() =>
        (
            await api.Administrator.PutAsync(
                "reference/resources",
                new { items = new[] { Item("year", 2026), Item("year", 2025) } },
                "*"
            )
        ).ShouldBlame("items[1].code", "duplicate");

    private static JsonObject Item(string name, JsonNode value)
    {
        var item = new JsonObject
        {
            ["code"] = "ownGuide",
            ["title"] = "How we listen",
            ["author"] = "The fund",
            ["year"] = 2026,
            ["nature"] = "method",
            ["criteria"] = new JsonArray("need.described"),
        };
        item[name] = value;
        return item;
    }
}
