using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>As much of JSON Schema 2020-12 as the document uses; a keyword that it does not know is a fault, so that none is passed over.</summary>
/// <param name="document">Where references lead to.</param>
/// <param name="closed">Whether fields without a schema are faults everywhere: what is answered has to be documented whole.</param>
internal sealed class SchemaValidator(JsonObject document, bool closed = false)
{
    private static readonly HashSet<string> Annotations = ["description", "default", "example", "format", "title"];

    public IReadOnlyList<string> Validate(JsonNode? value, JsonObject schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults;
    }

    private void Check(JsonNode? value, JsonObject schema, string path, List<string> faults)
    {
        foreach (var (keyword, rule) in schema)
        {
            var fault = keyword switch
            {
                "$ref" => Nested(value, Target(rule!.GetValue<string>()), path, faults),
                "oneOf" => rule!.AsArray().Count(s => Permits(value, s!.AsObject())) == 1
                    ? null
                    : "not exactly one of the choices",
                "anyOf" => rule!.AsArray().Any(s => Permits(value, s!.AsObject())) ? null : "none of the choices",
                "type" => Types(rule!).Contains(TypeOf(value))
                || (TypeOf(value) == "integer" && Types(rule!).Contains("number"))
                    ? null
                    : $"{TypeOf(value)} instead of {rule!.ToJsonString()}",
                "enum" => rule!.AsArray().Any(code => JsonNode.DeepEquals(code, value))
                    ? null
                    : $"{value?.ToJsonString()} is none of {rule!.ToJsonString()}",
                _ => OfKind(value, keyword, rule!, schema, path, faults),
            };
            if (fault is not null)
                faults.Add($"{path}: {fault}");
        }
        if (value is not null && schema["format"]?.GetValue<string>() is { } format && !HasFormat(value, format))
            faults.Add($"{path}: {value.ToJsonString()} is no {format}");
        if (
            closed
            && value is JsonObject fields
            && schema["properties"] is JsonObject known
            && schema["additionalProperties"] is null
        )
            foreach (var unknown in fields.Select(f => f.Key).Where(name => !known.ContainsKey(name)))
                faults.Add($"{path}.{unknown}: is not documented");
    }

    private string? OfKind(
        JsonNode? value,
        string keyword,
        JsonNode rule,
        JsonObject schema,
        string path,
        List<string> faults
    ) =>
        (keyword, value) switch
        {
            ("properties", JsonObject o) => Each(
                rule.AsObject().Where(p => o.ContainsKey(p.Key)),
                p => Nested(o[p.Key], p.Value!.AsObject(), $"{path}.{p.Key}", faults)
            ),
            ("required", JsonObject o) => rule.AsArray()
                .Select(n => n!.GetValue<string>())
                .Where(n => !o.ContainsKey(n))
                .ToList()
                is { Count: > 0 } missing
                ? $"without {string.Join(", ", missing)}"
                : null,
            ("additionalProperties", JsonObject o) => Additional(o, rule, schema, path, faults),
            ("propertyNames", JsonObject o) => Each(
                o,
                p => Nested(p.Key, rule.AsObject(), $"{path}.{p.Key} as a name", faults)
            ),
            ("items", JsonArray a) => Each(
                a.Index(),
                i => Nested(i.Item, rule.AsObject(), $"{path}[{i.Index}]", faults)
            ),
            ("minItems", JsonArray a) => a.Count >= rule.GetValue<int>() ? null : "too few entries",
            ("maxItems", JsonArray a) => a.Count <= rule.GetValue<int>() ? null : "too many entries",
            ("uniqueItems", JsonArray a) => a.Select(i => i?.ToJsonString()).Distinct().Count() == a.Count
                ? null
                : "an entry twice",
            ("minLength", JsonValue v) when TypeOf(v) == "string" => v.GetValue<string>().Length >= rule.GetValue<int>()
                ? null
                : "too short",
            ("maxLength", JsonValue v) when TypeOf(v) == "string" => v.GetValue<string>().Length <= rule.GetValue<int>()
                ? null
                : "too long",
            ("pattern", JsonValue v) when TypeOf(v) == "string" => Regex.IsMatch(
                v.GetValue<string>(),
                rule.GetValue<string>()
            )
                ? null
                : $"{v.ToJsonString()} has not the form {rule}",
            ("minimum", JsonValue v) when IsNumber(v) => Number(v) >= Number(rule) ? null : $"below {rule}",
            ("maximum", JsonValue v) when IsNumber(v) => Number(v) <= Number(rule) ? null : $"above {rule}",
            ("exclusiveMinimum", JsonValue v) when IsNumber(v) => Number(v) > Number(rule) ? null : $"not above {rule}",
            ("multipleOf", JsonValue v) when IsNumber(v) => Number(v) % Number(rule) == 0
                ? null
                : $"{v.ToJsonString()} is no multiple of {rule}",
            _ when Annotations.Contains(keyword) || Known.Contains(keyword) => null,
            _ => $"the keyword {keyword} is not known to this validator",
        };

    private static readonly HashSet<string> Known =
    [
        "properties",
        "required",
        "additionalProperties",
        "propertyNames",
        "items",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "multipleOf",
    ];

    private string? Additional(JsonObject value, JsonNode rule, JsonObject schema, string path, List<string> faults)
    {
        var others = value.Where(p => schema["properties"]?.AsObject().ContainsKey(p.Key) != true).ToList();
        if (rule is JsonObject each)
            return Each(others, p => Nested(p.Value, each, $"{path}.{p.Key}", faults));
        return rule.GetValue<bool>() || others.Count == 0
            ? null
            : $"has unknown fields: {string.Join(", ", others.Select(o => o.Key))}";
    }

    private string? Nested(JsonNode? value, JsonObject schema, string path, List<string> faults)
    {
        Check(value, schema, path, faults);
        return null;
    }

    private static string? Each<T>(IEnumerable<T> items, Func<T, string?> check)
    {
        foreach (var item in items)
            check(item);
        return null;
    }

    private bool Permits(JsonNode? value, JsonObject schema) => Validate(value, schema).Count == 0;

    private JsonObject Target(string reference) =>
        reference.Split('/')[1..].Aggregate((JsonNode)document, (node, name) => node[name]!).AsObject();

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray types ? types.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static string TypeOf(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => decimal.IsInteger(Number(value)) ? "integer" : "number",
        };

    private static bool IsNumber(JsonNode value) => value.GetValueKind() == JsonValueKind.Number;

    private static decimal Number(JsonNode value) =>
        decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool HasFormat(JsonNode value, string format)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            return true;
        var text = value.GetValue<string>();
        return format switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            "date-time" => Regex.IsMatch(text, "^[0-9-]{10}T[0-9:]{8}(\\.[0-9]+)?Z$")
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "email" => Regex.IsMatch(text, "^[^@\\s]+@[^@\\s]+$"),
            _ => true,
        };
    }
}
