using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.Api.OpenApi;

/// <summary>Values as a schema holds them: numbers are texts there, and codes a list of nodes.</summary>
internal static class SchemaText
{
    public static string Of(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    public static List<JsonNode> Codes(IEnumerable<string> codes) => [.. codes.Select(code => (JsonNode)code)];
}
