using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>
/// Finds a figure of a page in the API's reply, by the forms of paths that docs/web.md tells: a path goes through objects by name, and through lists by what their entries are
/// told apart by, or their place; a star is all of them, several are summed up, a stroke is one figure divided by another.
/// </summary>
internal static class Figures
{
    private static readonly string[] Keys =
    [
        "id",
        "code",
        "phase",
        "lever",
        "month",
        "ledger",
        "row",
        "column",
        "passage",
        "weight",
        "kind",
        "indicator",
        "projectId",
        "projectCode",
        "domain",
        "region",
        "viewpoint",
        "state",
        "source",
    ];

    public static decimal? At(Reply reply, string path) =>
        path.Split('/').Select(p => Number(p.Split('.').Aggregate(reply.Json, Into))).Aggregate((a, b) => a / b);

    private static JsonNode? Into(JsonNode? at, string step) =>
        (at, step) switch
        {
            (JsonArray list, "length") => JsonValue.Create(list.Count),
            (JsonArray list, "*") => list.DeepClone(),
            (JsonObject all, "*") => new JsonArray([.. all.Select(e => e.Value?.DeepClone())]),
            (JsonArray list, _) => Among(list, step),
            _ => at?[step],
        };

    // Of what is left of a list by earlier steps a name is a field of each.
    private static JsonNode? Among(JsonArray list, string step)
    {
        var found = list.OfType<JsonObject>().Where(e => IsToldBy(e, step)).ToList();
        if (found.Count > 0)
            return new JsonArray([.. found.Select(e => e.DeepClone())]);
        if (int.TryParse(step, out var place) && place < list.Count)
            return list[place];
        var fields = list.Select(e => (e as JsonObject)?[step]).Where(e => e is not null);
        return new JsonArray([
            .. fields.SelectMany(e => e is JsonArray inner ? inner.AsEnumerable() : [e]).Select(e => e?.DeepClone()),
        ]);
    }

    // By its own, or by the id of what it is about.
    private static bool IsToldBy(JsonObject entry, string step) =>
        Keys.Any(k => entry[k] is JsonValue v && v.ToString() == step)
        || entry.Any(field => (field.Value as JsonObject)?["id"]?.ToString() == step);

    // Amounts and shares stand one step further in.
    private static decimal? Number(JsonNode? at) =>
        at switch
        {
            JsonArray { Count: 0 } => null,
            JsonArray found => found.Sum(Number),
            JsonObject part => Number(part["amount"] ?? part["value"]),
            { } value when value.GetValueKind() == JsonValueKind.Number => decimal.Parse(
                value.ToJsonString(),
                NumberStyles.Float,
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };
}
