using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Audit;

/// <summary>The audit as tests ask about it.</summary>
internal static class AuditLog
{
    /// <summary>The newest entries, newest first.</summary>
    public static async Task<IReadOnlyList<JsonNode>> AuditAsync(this PipelineApi api, int limit = 10) =>
        (await api.Administrator.GetAsync($"audit?limit={limit}")).ShouldBe(200).Items();

    /// <summary>The newest entry about a thing.</summary>
    public static async Task<JsonNode> NewestOfAsync(this PipelineApi api, object entityId) =>
        (await api.AuditAsync(50)).First(e => e["entityId"]!.GetValue<string>() == entityId.ToString());

    public static async Task<Reply> VerifyAsync(this PipelineApi api) =>
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200);

    /// <summary>From and to of a field, as JSON.</summary>
    public static (string? From, string? To) Change(this JsonNode entry, string field)
    {
        var change = entry["changes"]!.AsArray().Single(c => c!["field"]!.GetValue<string>() == field)!;
        return (change["from"]?.ToJsonString(), change["to"]?.ToJsonString());
    }

    public static IEnumerable<string> Fields(this JsonNode entry) =>
        entry["changes"]!.AsArray().Select(c => c!["field"]!.GetValue<string>());

    public static string Text(this JsonNode entry, string name) => entry[name]!.GetValue<string>();
}
