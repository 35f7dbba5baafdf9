using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Finds a figure of a page in the API's reply: a path goes through objects by name, and through lists by what their entries are told apart by.</summary>
internal static class Figures
{
    private static readonly string[] Keys = ["phase", "lever", "month", "code"];

    public static decimal? At(Reply reply, string path) => Number(path.Split('.').Aggregate(reply.Json, Into));

    private static JsonNode? Into(JsonNode? at, string step)
    {
        if (at is not JsonArray list)
            return at?[step];
        var found = list.Where(e => Keys.Any(k => e?[k] is JsonValue v && v.ToString() == step)).ToList();
        return found.Count == 0 && list.Count == 1
            ? list[0]?[step]
            : new JsonArray([.. found.Select(e => e?.DeepClone())]);
    }

    // Amounts and shares stand one step further in.
    private static decimal? Number(JsonNode? at) =>
        at switch
        {
            JsonArray { Count: 1 } found => Number(found[0]),
            JsonObject part => Number(part["amount"] ?? part["value"]),
            { } value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<decimal>(),
            _ => null,
        };
}
