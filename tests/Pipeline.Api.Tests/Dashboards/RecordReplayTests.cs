using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>For a random life of a fund's agreements, alliances, impacts, risks and loans, the dashboard's blocks say at random days and instants what a plain replay of what was sent says.</summary>
public sealed class RecordReplayTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task The_blocks_equal_a_replay_of_what_was_sent()
    {
        var property = Prop.ForAll(
            Gen.Choose(0, 1_000_000).ArrayOf(45).ToArbitrary(),
            deeds => HoldsAsync(deeds).GetAwaiter().GetResult()
        );
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(4), property));
    }

    private async Task<bool> HoldsAsync(int[] deeds)
    {
        var fund = await Fund.OpenAsync(api);
        var life = new RandomRecords(api, fund);
        await life.LiveAsync(deeds);
        await foreach (
            var (dashboard, known, day) in RandomViews.OfAsync(
                fund,
                life.Instants,
                deeds.Sum(),
                views: 6,
                daysBack: 900
            )
        )
            Compare(dashboard, life, known, day);
        return true;
    }

    private static void Compare(Reply d, RandomRecords life, int known, DateOnly day)
    {
        var seen = life.Log.Where(l => l.Known <= known).ToList();
        List<JsonObject> Last(string kind) =>
            [
                .. seen.Where(l => l.Kind == kind && l.Day <= day)
                    .GroupBy(l => l.Id)
                    .Select(versions => versions.Last().Says),
            ];
        CompareAlliances(d, Last("alliance"), day);
        CompareImpacts(d, seen, day);
        var risks = Last("risks")
            .SelectMany(l => l["risks"]!.AsArray().Select(r => r!))
            .Where(r => Day(r["closedOn"]) is not { } closed || closed > day)
            .ToList();
        d.Number("risks.open").Should().Be(risks.Count);
        d.Number("risks.unanswered").Should().Be(risks.Count(r => r["answer"] is null));
        d.Items("risks.byPassage")
            .Sum(p => p["risks"]!.GetValue<int>() * p["weight"]!.GetValue<int>())
            .Should()
            .Be(risks.Sum(r => r["likelihood"]!.GetValue<int>() * r["severity"]!.GetValue<int>()));
        d.Items("breakdown.instrument")
            .Sum(i => i["repaid"]!["amount"]!.GetValue<decimal>())
            .Should()
            .Be(
                seen.Where(l => l.Kind == "repayment" && Day(l.Says["on"]) <= day)
                    .Sum(l => l.Says["amount"]!.GetValue<decimal>())
            );
        CompareAgreements(d, Last("agreement"), day);
    }

    private static void CompareAlliances(Reply d, List<JsonObject> alliances, DateOnly day)
    {
        var running = alliances
            .Where(a => Day(a["startedOn"]) <= day && (Day(a["endedOn"]) is not { } ended || ended >= day))
            .ToList();
        d.Number("alliances.total").Should().Be(running.Count);
        foreach (var (category, count) in d["alliances.byCategory"]!.AsObject())
            count!
                .GetValue<int>()
                .Should()
                .Be(running.Count(a => a["categories"]!.AsArray().Any(c => c!.GetValue<string>() == category)));
        foreach (var (form, count) in d["alliances.byForm"]!.AsObject())
            count!.GetValue<int>().Should().Be(running.Count(a => a["form"]!.GetValue<string>() == form));
        d.Number("alliances.doubleImpact")
            .Should()
            .Be(
                running.Count(a =>
                    a["commonGood"]!.AsArray().Count > 0 && a["partners"]![0]!["gains"]!.AsArray().Count > 0
                )
            );
        Attention(d, "alliance_short")
            .Should()
            .Be(
                running.Count(a =>
                    Day(a["endsOn"]) is { } ends && ends.AddDays(1) < Day(a["startedOn"])!.Value.AddMonths(36)
                )
            );
    }

    private static void CompareImpacts(
        Reply d,
        List<(int Known, DateOnly Day, string Kind, Guid Id, JsonObject Says)> seen,
        DateOnly day
    )
    {
        var impacts = seen.Where(l => l.Kind == "impact" && l.Day <= day).ToList();
        d.Number("impacts.total").Should().Be(impacts.Count);
        foreach (var (foreseen, count) in d["impacts.byForeseen"]!.AsObject())
            count!.GetValue<int>().Should().Be(impacts.Count(i => i.Says["foreseen"]!.GetValue<string>() == foreseen));
        foreach (var (kind, states) in d["impacts.byKind"]!.AsObject())
        foreach (var (state, count) in states!.AsObject())
            count!
                .GetValue<int>()
                .Should()
                .Be(
                    impacts.Count(i => i.Says["kind"]!.GetValue<string>() == kind && State(i.Id, i.Says) == state),
                    "{0} of kind {1}",
                    state,
                    kind
                );

        string State(Guid id, JsonObject impact)
        {
            var since = Day(impact["since"])!.Value;
            int[] horizons = impact["kind"]!.GetValue<string>() switch
            {
                "performance" => [18],
                "innovation" => [84],
                _ => [84, 168, 252, 336],
            };
            var passed = horizons.Select(m => since.AddMonths(m)).Where(h => h <= day).ToList();
            if (passed.Count == 0)
                return "tooEarly";
            return seen.Any(l =>
                l.Kind == "impactReading"
                && l.Says["impact"]!.GetValue<Guid>() == id
                && Day(l.Says["on"]) is { } on
                && on >= passed[^1]
                && on <= day
            )
                ? "read"
                : "due";
        }
    }

    private static void CompareAgreements(Reply d, List<JsonObject> agreements, DateOnly day)
    {
        var running = agreements.Where(a => Day(a["startsOn"]) <= day && day <= Day(a["endsOn"])).ToList();
        Attention(d, "agreement_ending").Should().Be(running.Count(a => Day(a["endsOn"]) <= day.AddMonths(12)));
        Attention(d, "agreement_short")
            .Should()
            .Be(running.Count(a => Day(a["endsOn"])!.Value.AddDays(1) < Day(a["startsOn"])!.Value.AddMonths(36)));
        Attention(d, "agreement_exit_missing")
            .Should()
            .Be(
                running.Count(a =>
                    a["exitStrategy"] is null
                    && day.DayNumber - Day(a["startsOn"])!.Value.DayNumber
                        > (Day(a["endsOn"])!.Value.DayNumber - Day(a["startsOn"])!.Value.DayNumber) / 2
                )
            );
    }

    private static int Attention(Reply d, string code) => d["attentionTotals"]!.AsObject()[code]?.GetValue<int>() ?? 0;

    private static DateOnly? Day(JsonNode? text) =>
        text is null
            ? null
            : DateOnly.Parse(text.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
}
