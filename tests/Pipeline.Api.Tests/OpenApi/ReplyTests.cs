using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>What each operation can answer.</summary>
[Collection(DocumentTests.Name)]
public sealed class ReplyTests(DocumentFixture fixture)
{
    private readonly ApiDocument _document = fixture.Document;

    [Fact]
    public void Every_operation_has_a_success_with_a_schema_or_nothing_to_say()
    {
        foreach (var operation in _document.Operations)
            operation
                .Replies.Where(r => r.Key[0] == '2')
                .Should()
                .NotBeEmpty($"{operation} can succeed")
                .And.OnlyContain(r =>
                    r.Key == "202"
                    || r.Key == "204"
                    || r.Value["content"]!.AsObject().All(c => c.Value!["schema"] != null)
                );
    }

    [Theory]
    [InlineData("spreadTerritories")]
    [InlineData("nearBand")]
    [InlineData("reviewDays")]
    public void What_no_source_says_is_called_a_default_of_this_product(string field) =>
        _document.Schemas["Policy"]!["properties"]![field]!["description"]!
            .GetValue<string>()
            .Should()
            .Contain("is a default of this product");

    [Fact]
    public void Every_refusal_is_a_problem_with_its_codes()
    {
        foreach (var operation in _document.OfApi)
        foreach (var (status, reply) in operation.Replies.Where(r => r.Key[0] is '4' or '5'))
        {
            var media = reply["content"]!["application/problem+json"];
            media.Should().NotBeNull($"{operation} {status}");
            var code = media!["example"]!["code"]!.GetValue<string>();
            reply["description"]!.GetValue<string>().Should().Contain($"`{code}`", $"{operation} {status}");
            media["example"]!["status"]!
                .GetValue<int>()
                .Should()
                .Be(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), $"{operation} {status}");
        }
    }

    [Fact]
    public void What_follows_from_the_form_of_an_operation_is_said()
    {
        foreach (var operation in _document.OfApi)
        {
            var expected = new List<string> { "500" };
            if (!operation.IsAnonymous)
                expected.Add("401");
            if (operation.Path.Contains('{', StringComparison.Ordinal))
                expected.Add("404");
            if (operation.Json["requestBody"] is not null)
                expected.AddRange(["400", "413", "415", "422"]);
            if (
                operation.Parameters.Any(p =>
                    p["in"]!.GetValue<string>() == "query" && p["schema"]!["type"]!.ToJsonString() != "\"string\""
                )
            )
                expected.Add("422");
            operation.Replies.Keys.Should().Contain(expected, operation.ToString());
        }
    }

    [Fact]
    public void Every_example_is_what_its_schema_permits()
    {
        var validator = _document.Validator(closed: true);
        foreach (var (place, media) in _document.Operations.SelectMany(o => o.Media))
        {
            media.ContainsKey("example").Should().BeTrue($"{place} has an example");
            validator.Validate(media["example"], media["schema"]!.AsObject()).Should().BeEmpty(place);
        }
    }

    [Fact]
    public void No_example_is_a_mere_stopgap()
    {
        foreach (var (place, media) in _document.Operations.SelectMany(o => o.Media))
            Stopgaps(media["example"], "").Should().BeEmpty(place);
    }

    [Fact]
    public void What_is_made_says_where_it_is()
    {
        foreach (var operation in _document.OfApi.Where(o => o.Replies.ContainsKey("201")))
            operation.Replies["201"]["headers"]!["Location"].Should().NotBeNull(operation.ToString());
    }

    [Fact]
    public void Whose_version_is_demanded_is_told_with_an_etag() =>
        _document
            .OfApi.Where(o => o.Has("If-Match"))
            .Where(o => o.Replies.Where(r => r.Key[0] == '2').All(r => r.Value["headers"]?["ETag"] is null))
            .Should()
            .BeEmpty();

    // A text for which there is no value becomes the property's own name.
    private static IEnumerable<string> Stopgaps(JsonNode? node, string name) =>
        node switch
        {
            JsonObject o => o.SelectMany(p => Stopgaps(p.Value, p.Key)),
            JsonArray a => a.SelectMany(i => Stopgaps(i, name)),
            JsonValue v
                when v.GetValueKind() == System.Text.Json.JsonValueKind.String && v.GetValue<string>() == name =>
            [
                name,
            ],
            _ => [],
        };
}
