using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Tests.Upgrades;

/// <summary>
/// What release 0.1.0 would have answered by the domain as it was corrected since: limits are a project's and not a phase's, a need is no share of money, and a
/// capacity-building share under the target is a miss from modelling on. Shares, days, counts, amounts and triggers in its sentences are written otherwise. It left open warnings out of earlier views, where they stand beside the others now.
/// Everything else is to be answered as it was.
/// </summary>
internal sealed partial class Corrections(JsonObject answers)
{
    private const string Missed = "capacity_building_missed";

    /// <summary>A reply that was kept, corrected.</summary>
    public JsonNode? Of(string path, JsonNode? kept)
    {
        if (kept?.DeepClone() is not JsonObject reply)
            return kept;
        WithoutStatusByPhase(reply);
        if (reply["leverMix"] is JsonArray mix)
        {
            WithoutStatusByPhase(reply["ratios"]!.AsObject());
            WithoutNeedShares(mix);
            WithoutEarlyMisses(
                reply,
                DateOnly.Parse(
                    QueryHelpers.ParseQuery(new Uri(new("http://x/"), path).Query)["asOf"]!,
                    CultureInfo.InvariantCulture
                )
            );
            InTodaysWords(reply["attention"]!.AsArray());
        }
        return reply;
    }

    /// <summary>A reply of today as far as the release could have answered it.</summary>
    public static JsonNode? Known(JsonNode? now)
    {
        if (now?.DeepClone() is not JsonObject reply || reply["attention"] is not JsonArray attention)
            return now;
        foreach (var warning in attention.Where(a => Text(a, "code") == "warnings_open").ToList())
            attention.Remove(warning);
        return reply;
    }

    // The facts are the same; a share, a day, a count, an amount and a trigger are written otherwise since.
    private static void InTodaysWords(JsonArray attention)
    {
        foreach (var notice in attention)
        {
            var message = ShareSign().Replace(Text(notice, "message"), "%");
            message = IsoDay()
                .Replace(message, day => Figures.Day(DateOnly.Parse(day.Value, CultureInfo.InvariantCulture)).En);
            message = Count().Replace(message, n => Figures.Plain(int.Parse(n.Value, CultureInfo.InvariantCulture)).En);
            message = Amount()
                .Replace(message, a => Figures.Amount(decimal.Parse(a.Value, CultureInfo.InvariantCulture), "EUR").En);
            if (Text(notice, "code") == "review_overdue" && message.Split(' ', 2) is [var code, var rest])
                message = $"“{(Codes.TryParse<Trigger>(code, out var trigger) ? Labels.Of(trigger).En : code)}” {rest}";
            notice!["message"] = message;
        }
    }

    [GeneratedRegex("(?<=[0-9]) %")]
    private static partial Regex ShareSign();

    [GeneratedRegex("^[0-9]{4,}(?= days)")]
    private static partial Regex Count();

    [GeneratedRegex(@"[0-9][0-9,]*\.[0-9]{2}(?= of | not delivered)")]
    private static partial Regex Amount();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex IsoDay();

    private static void WithoutStatusByPhase(JsonObject ratios)
    {
        foreach (var phase in ratios["byPhase"] as JsonArray ?? [])
        foreach (var kind in new[] { "capacityBuilding", "evaluation" })
        foreach (var (_, basis) in phase![kind]!.AsObject())
            basis!["status"] = null;
    }

    private static void WithoutNeedShares(JsonArray mix)
    {
        foreach (var entry in mix)
        {
            entry!.AsObject().Remove("needShare");
            foreach (var basis in new[] { "planned", "committed", "delivered" })
                entry[basis]!.AsObject().Remove("gap");
        }
    }

    private void WithoutEarlyMisses(JsonObject dashboard, DateOnly asOf)
    {
        var told = dashboard["attention"]!.AsArray().Select(a => a!.DeepClone()).ToList();
        var early = told.RemoveAll(a =>
            Text(a, "code") == Missed && PhaseOf(Text(a, "projectId"), asOf) < Phase.Modelling
        );
        // Kinds follow each other as the first project of each does.
        var ratios = told.Where(a => Text(a, "code").EndsWith("_missed", StringComparison.Ordinal))
            .OrderBy(a => Text(a, "projectId"), StringComparer.Ordinal)
            .GroupBy(a => Text(a, "code"))
            .SelectMany(kind => kind)
            .ToList();
        dashboard["attention"] = new JsonArray([.. ratios, .. told.Except(ratios)]);
        var totals = dashboard["attentionTotals"]!.AsObject();
        if (totals[Missed]?.GetValue<int>() - early is not { } left)
            return;
        totals.Remove(Missed);
        if (left > 0)
            totals[Missed] = left;
    }

    // By the release's own register of passages.
    private Phase PhaseOf(string project, DateOnly asOf) =>
        answers
            .Where(a =>
                a.Key.StartsWith("portfolios/", StringComparison.Ordinal)
                && a.Key.EndsWith("/transitions", StringComparison.Ordinal)
            )
            .SelectMany(a => a.Value!["items"]!.AsArray())
            .Where(t => Text(t, "projectId") == project && Text(t, "status") == "effective")
            .Where(t => DateOnly.Parse(Text(t, "effectiveOn"), CultureInfo.InvariantCulture) <= asOf)
            .OrderBy(t => t!["sequence"]!.GetValue<int>())
            .Select(t => Codes.TryParse<Phase>(t!["to"]!["phase"]!.GetValue<string>(), out var phase) ? phase : default)
            .LastOrDefault(Phase.Conception);

    private static string Text(JsonNode? node, string member) => node![member]!.GetValue<string>();
}
