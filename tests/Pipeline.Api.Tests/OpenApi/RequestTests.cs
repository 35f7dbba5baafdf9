using System.Text.Json.Nodes;
using Pipeline.Api.OpenApi;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>What is sent, and how far it may go.</summary>
[Collection(DocumentTests.Name)]
public sealed class RequestTests(DocumentFixture fixture)
{
    private readonly ApiDocument _document = fixture.Document;

    private IEnumerable<(string Place, JsonObject Schema)> Sent =>
        _document
            .OfApi.Where(o => o.Body is not null)
            .SelectMany(o => Within(o.Body!["schema"]!.AsObject(), o.ToString(), []));

    [Fact]
    public void Every_text_that_is_sent_has_a_limit_a_format_or_a_list() =>
        Sent.Where(s =>
                IsA(s.Schema, "string")
                && s.Schema["maxLength"] is null
                && s.Schema["format"] is null
                && s.Schema["enum"] is null
                && s.Schema["pattern"] is null
            )
            .Select(s => s.Place)
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_list_that_is_sent_has_a_limit() =>
        Sent.Where(s => IsA(s.Schema, "array") && s.Schema["maxItems"] is null).Select(s => s.Place).Should().BeEmpty();

    [Fact]
    public void Every_object_that_is_sent_refuses_unknown_fields() =>
        Sent.Where(s => s.Schema["properties"] is not null && s.Schema["additionalProperties"] is not JsonValue)
            .Select(s => s.Place)
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_file_has_its_part() =>
        _document.Operation("ImportFile").Json["requestBody"]!["content"]!["multipart/form-data"]!["schema"]![
            "properties"
        ]!["file"]!["format"]!
            .GetValue<string>()
            .Should()
            .Be("binary");

    [Fact]
    public void Every_limit_belongs_to_a_property_that_exists() =>
        PropertyLimits.Rules.Keys.Where(name => !IsProperty(name)).Should().BeEmpty();

    [Fact]
    public void Every_example_value_belongs_to_a_property_that_exists() =>
        ExampleValues.Names.Where(name => !IsProperty(name)).Should().BeEmpty();

    [Fact]
    public void Amounts_and_shares_are_as_exact_as_they_are_kept()
    {
        var amount = _document.Schemas["MoneyInput"]!["properties"]!["amount"]!;
        (
            amount["multipleOf"]!.GetValue<decimal>(),
            amount["exclusiveMinimum"]!.GetValue<decimal>(),
            amount["maximum"]!.GetValue<decimal>()
        )
            .Should()
            .Be((0.01m, 0m, Domain.Common.Money.MaxCents / 100m));
        _document.Schemas["RatioReferenceBody"]!["properties"]!["value"]!["multipleOf"]!
            .GetValue<decimal>()
            .Should()
            .Be(0.0001m);
        // What is shown beside a threshold has as many decimals as it takes.
        _document.Schemas["RatioReply"]!["properties"]!["value"]!
            ["multipleOf"]
            .Should()
            .BeNull();
    }

    [Fact]
    public async Task Every_order_that_is_offered_is_taken_and_the_usual_one_is_what_comes_without()
    {
        var portfolios = await AskAsync("/api/v1/portfolios");
        var id = JsonNode.Parse(portfolios)!["items"]![0]!["id"]!.GetValue<string>();
        var lists = _document.OfApi.Where(o => o.Has("sort") && !o.Path.Contains("/export.", StringComparison.Ordinal));
        foreach (var list in lists)
        {
            var path = list.Path.Replace("{id}", id, StringComparison.Ordinal);
            var orders = list.Parameters.Single(p => p["name"]!.GetValue<string>() == "sort")["schema"]!;
            foreach (var order in orders["enum"]!.AsArray())
                await AskAsync($"{path}?sort={order}");
            (await AskAsync($"{path}?sort={orders["default"]}")).Should().Be(await AskAsync(path), path);
        }

        async Task<string> AskAsync(string address)
        {
            using var reply = await fixture.Administrator.GetAsync(new Uri(address, UriKind.Relative));
            reply.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, address);
            return await reply.Content.ReadAsStringAsync();
        }
    }

    private bool IsProperty(string name) =>
        name.Split('.') is [var schema, var property]
            ? _document.Schemas[schema]?["properties"]?[property] is not null
            : _document.Schemas.Any(s => s.Value!["properties"]?[name] is not null);

    private IEnumerable<(string Place, JsonObject Schema)> Within(
        JsonObject schema,
        string place,
        HashSet<string> passed
    )
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference && !passed.Add(reference))
            yield break;
        schema = _document.Resolve(schema);
        yield return (place, schema);
        var parts = (schema["properties"]?.AsObject() ?? [])
            .Select(p => (p.Key, p.Value))
            .Concat((schema["oneOf"]?.AsArray() ?? []).Select(s => ("", s)));
        if (schema["items"] is { } item)
            parts = parts.Append(("[]", item));
        if (schema["additionalProperties"] is JsonObject entry)
            parts = parts.Append(("*", entry));
        foreach (var (name, part) in parts)
        foreach (var found in Within(part!.AsObject(), $"{place}.{name}", passed))
            yield return found;
    }

    private static bool IsA(JsonObject schema, string type) =>
        schema["type"] switch
        {
            JsonArray types => types.Any(t => t!.GetValue<string>() == type),
            { } single => single.GetValue<string>() == type,
            null => false,
        };
}
