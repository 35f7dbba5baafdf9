using System.Text.Json.Nodes;

namespace Pipeline.Api.OpenApi;

/// <summary>Values as the field has them, by property, or by schema and property where a name means several things.</summary>
internal static class ExampleValues
{
    private static readonly JsonObject Values = Read();

    /// <summary>The names, so that a test can find one that has outlived its property.</summary>
    internal static IEnumerable<string> Names => Values.Select(v => v.Key);

    /// <summary>The more particular name first; what is answered under it stands for what is sent as well.</summary>
    public static bool TryFind(string schema, string property, out JsonNode? value) =>
        Values.TryGetPropertyValue($"{schema}.{property}", out value)
        || (
            schema.EndsWith(RequestSchemas.Suffix, StringComparison.Ordinal)
            && Values.TryGetPropertyValue($"{schema[..^RequestSchemas.Suffix.Length]}.{property}", out value)
        )
        || Values.TryGetPropertyValue(property, out value);

    private static JsonObject Read()
    {
        using var stream = typeof(ExampleValues).Assembly.GetManifestResourceStream(
            typeof(ExampleValues),
            "ExampleValues.json"
        )!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
