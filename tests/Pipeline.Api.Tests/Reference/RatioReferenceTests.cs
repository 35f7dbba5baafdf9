using System.Text.Json;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Reference;

namespace Pipeline.Api.Tests.Reference;

/// <summary>The published figures that ratios are shown beside.</summary>
[UseCases(typeof(GetRatioReferences))]
public sealed class RatioReferenceTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task What_is_read_in_both_languages_can_be_sent_back_and_is_read_in_each()
    {
        var read = (await api.Administrator.GetAsync("reference/ratio-references")).ShouldBe(200);
        var body = new { items = read.Items().Select(item => item.DeepClone()).ToList() };
        body.items[0]["label"]!["fr"] = "Une moyenne française";
        var sent = (await api.Administrator.PutAsync("reference/ratio-references", body, read.ETag)).ShouldBe(200);
        sent.Number("version").Should().Be(read.Number("version") + 1);

        var again = (await api.Administrator.GetAsync("reference/ratio-references")).ShouldBe(200);
        again["items"]!.ToJsonString().Should().Be(JsonSerializer.Serialize(body.items));
        (await api.Administrator.GetAsync("reference", "fr"))
            .Text("ratioReferences.items.0.label")
            .Should()
            .Be("Une moyenne française");
        (await api.Administrator.GetAsync("reference", "en"))
            .Text("ratioReferences.items.0.label")
            .Should()
            .Be(read.Text("items.0.label.en"));
    }
}
