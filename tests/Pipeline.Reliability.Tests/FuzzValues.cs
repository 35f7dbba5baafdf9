using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.OpenApi;

namespace Pipeline.Reliability.Tests;

/// <summary>JSON made from a schema of the document: mostly what is asked for, and now and then something that nobody expects.</summary>
internal sealed class FuzzValues(ApiDocument document, IReadOnlyDictionary<string, Guid[]> ids, Random random)
{
    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "Ünïcödé 🌱",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "=1+1",
        "{{7*7}}",
        "%00",
        "../../etc/passwd",
        "null",
        "NaN",
        "Infinity",
        "true",
        "1e309",
        "-0",
        "\u202eback",
        "\u200b",
        "a\u0301",
        "ﬁ",
        "İ",
        "\u0000",
        "\u0007",
        "\uFFFE",
        "\uFFFF",
        "\ud83d\ude00",
        "line\r\nbreak",
        "\t",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "2015-06-01T00:00:00Z",
        "EUR",
        "GBP",
        "00000000-0000-0000-0000-000000000000",
        "urn:uuid:1",
        "https://example.org/x",
        "javascript:alert(1)",
        "a@b",
        "@",
    ];

    private static readonly string[] Dates =
    [
        "2015-01-01",
        "2015-06-01",
        "2016-01-01",
        "2020-02-29",
        "2026-01-01",
        "1900-01-01",
        "1899-12-31",
        "2999-12-31",
        "0001-01-01",
        "9999-12-31",
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "1",
        "-1",
        "0.1",
        "0.005",
        "12.345",
        "100",
        "1000000000",
        "99999999999999.99",
        "1e15",
        "9223372036854775807",
        "1e28",
        "1e400",
        "-1e-400",
        "123456789012345678901234567890",
    ];

    /// <summary>How often, of a hundred values, one is not what the schema asks for.</summary>
    public int Wild { get; set; } = 10;

    /// <summary>A value of the schema, as JSON text; text and not nodes, since some of it is no JSON that a writer would write.</summary>
    public string Of(JsonObject schema, string name = "", int depth = 0)
    {
        if (random.Next(100) < Wild)
            return Anything(depth);
        schema = document.Resolve(schema);
        foreach (var choice in new[] { "oneOf", "anyOf" })
            if (schema[choice] is JsonArray choices)
                return Of(choices[random.Next(choices.Count)]!.AsObject(), name, depth + 1);
        if (schema["enum"] is JsonArray codes)
            return codes[random.Next(codes.Count)]?.ToJsonString() ?? "null";
        return Type(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => Array(schema, name, depth),
            "string" => Quoted(Text(schema, name)),
            "integer" => random.Next(3) == 0
                ? Numbers[random.Next(Numbers.Length)]
                : random.Next(-2, 40).ToString(CultureInfo.InvariantCulture),
            "number" => random.Next(3) == 0
                ? Numbers[random.Next(Numbers.Length)]
                : (random.Next(0, 1_000_000) / 100m).ToString(CultureInfo.InvariantCulture),
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            _ => "null",
        };
    }

    /// <summary>The text of a parameter in an address or a header.</summary>
    public string Parameter(JsonObject schema, string name)
    {
        schema = document.Resolve(schema);
        if (random.Next(100) < Wild)
            return Strange();
        if (schema["enum"] is JsonArray codes)
            return codes[random.Next(codes.Count)]!.ToString();
        return Type(schema) switch
        {
            "integer" or "number" => random.Next(-1, 30).ToString(CultureInfo.InvariantCulture),
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            _ => Text(schema, name),
        };
    }

    /// <summary>The id of a thing whose kind the name tells, now and then of another one, or of nothing.</summary>
    public Guid Id(string name)
    {
        if (random.Next(12) == 0)
            return new Guid(random.Next(), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
        var kind =
            random.Next(12) == 0
                ? null
                : ids.Keys.FirstOrDefault(k => name.Contains(k, StringComparison.OrdinalIgnoreCase));
        var some = ids[kind ?? ids.Keys.ElementAt(random.Next(ids.Count))];
        return some[random.Next(some.Length)];
    }

    public string Strange() =>
        random.Next(20) == 0
            ? new string((char)random.Next('a', 'z'), random.Next(200, 20_000))
            : Texts[random.Next(Texts.Length)];

    private static string? Type(JsonObject schema) =>
        schema["type"] is JsonArray types
            ? types.Select(t => t!.GetValue<string>()).FirstOrDefault(t => t != "null")
            : schema["type"]?.GetValue<string>();

    private string Text(JsonObject schema, string name) =>
        schema["format"]?.GetValue<string>() switch
        {
            "uuid" => Id(name).ToString(),
            "date" => Dates[random.Next(Dates.Length)],
            "date-time" => $"{Dates[random.Next(Dates.Length)]}T12:00:00Z",
            "email" => $"fuzz{random.Next(1000)}@test.pipeline",
            "uri" => "https://example.org/evidence",
            _ when random.Next(4) == 0 => new string(
                'x',
                Math.Max(0, (schema["maxLength"]?.GetValue<int>() ?? 20) + random.Next(-1, 2))
            ),
            _ => $"Text {random.Next(10_000)}",
        };

    private string Object(JsonObject schema, int depth)
    {
        var required = schema["required"]?.AsArray().Select(r => r!.GetValue<string>()).ToHashSet() ?? [];
        var fields = new List<string>();
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) ? random.Next(100) < Wild / 2 : random.Next(3) == 0)
                continue;
            fields.Add($"{Quoted(name)}:{Of(value!.AsObject(), name, depth + 1)}");
            if (random.Next(300) < Wild)
                fields.Add($"{Quoted(name)}:{Of(value.AsObject(), name, depth + 1)}");
        }
        if (schema["additionalProperties"] is JsonObject each)
            fields.Add($"{Quoted(Strange())}:{Of(each, "", depth + 1)}");
        if (random.Next(200) < Wild)
            fields.Add($"{Quoted(random.Next(2) == 0 ? "version" : Strange())}:{Anything(depth)}");
        return $"{{{string.Join(',', fields)}}}";
    }

    private string Array(JsonObject schema, string name, int depth)
    {
        var count = random.Next(40) == 0 ? random.Next(0, 300) : random.Next(0, 4);
        return schema["items"] is JsonObject items
            ? $"[{string.Join(',', Enumerable.Range(0, depth > 6 ? 0 : count).Select(_ => Of(items, name, depth + 1)))}]"
            : "[]";
    }

    private string Anything(int depth) =>
        random.Next(12) switch
        {
            0 => "null",
            1 => "{}",
            2 => "[]",
            3 => Numbers[random.Next(Numbers.Length)],
            4 => "true",
            5 => $"{new string('[', 100)}{new string(']', 100)}",
            6 => "\"\\ud800\"",
            7 => "NaN",
            8 when depth < 3 => $"{{\"{Texts[2]}\":{Anything(depth + 1)}}}",
            9 => Quoted(Id("").ToString()),
            _ => Quoted(Strange()),
        };

    private static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
            json.Append(c is '"' or '\\' || c < ' ' ? $"\\u{(int)c:x4}" : c.ToString());
        return json.Append('"').ToString();
    }
}
