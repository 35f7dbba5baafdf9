using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>For a random life of a fund's indicators and planned evaluations, the dashboard says at random days and instants what a plain replay of what was sent says.</summary>
public sealed class MeasureReplayTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task The_dashboard_equals_a_replay_of_what_was_sent()
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
        var life = new RandomMeasures(api, fund);
        await life.LiveAsync(deeds);
        await foreach (
            var (dashboard, known, day) in RandomViews.OfAsync(
                fund,
                life.Instants,
                deeds.Sum(),
                views: 8,
                daysBack: 400
            )
        )
            Compare(dashboard, [.. life.Log.Where(l => l.Known <= known)], day);
        return true;
    }

    private static void Compare(
        Reply d,
        List<(int Known, DateOnly Day, string Kind, Guid Id, JsonObject Says)> seen,
        DateOnly day
    )
    {
        var takenBack = seen.Where(l => l.Kind == "reversal" && Day(l.Says["on"]) <= day).Select(l => l.Id).ToHashSet();
        // The last line of each project and code that is not taken back, by day and then in the order in which they came.
        var latest = new Dictionary<(Guid, string), (DateOnly On, decimal Value)>();
        foreach (var (_, _, _, id, says) in seen.Where(l => l.Kind == "reading" && !takenBack.Contains(l.Id)))
        {
            var (key, on) = ((says["project"]!.GetValue<Guid>(), says["code"]!.GetValue<string>()), Day(says["on"]));
            if (on <= day && (!latest.TryGetValue(key, out var held) || held.On <= on))
                latest[key] = (on, says["value"]!.GetValue<decimal>());
        }
        var targets = new Dictionary<(Guid, string), (decimal Target, DateOnly On)>();
        foreach (
            var aims in seen.Where(l => l.Kind == "targets" && l.Day <= day).GroupBy(l => l.Id).Select(g => g.Last())
        )
        foreach (var aim in aims.Says["targets"]!.AsArray())
            targets[(aims.Id, aim!["indicator"]!.GetValue<string>())] = (
                aim["target"]!.GetValue<decimal>(),
                Day(aim["targetOn"])
            );
        CompareIndicators(d, seen.Last(l => l.Kind == "list").Says["indicators"]!.AsArray(), latest, targets);
        Attention(d, "indicator_unread")
            .Should()
            .Be(targets.Count(t => t.Value.On < day && !(latest.TryGetValue(t.Key, out var r) && r.On >= t.Value.On)));
        CompareEvaluations(d, seen, day);
    }

    private static void CompareIndicators(
        Reply d,
        JsonArray list,
        Dictionary<(Guid, string Code), (DateOnly On, decimal Value)> latest,
        Dictionary<(Guid, string Code), (decimal Target, DateOnly On)> targets
    )
    {
        d.Items("indicators").Should().HaveCount(list.Count);
        foreach (var (indicator, shown) in list.Zip(d.Items("indicators")))
        {
            var code = indicator!["code"]!.GetValue<string>();
            shown["code"]!.GetValue<string>().Should().Be(code);
            var read = latest.Where(l => l.Key.Code == code).Select(l => l.Value).ToList();
            var aimed = targets.Where(t => t.Key.Code == code).Select(t => t.Value.Target).ToList();
            var sums = indicator["total"]!.GetValue<string>() == "sum";
            shown["total"]?.GetValue<decimal>().Should().Be(read.Sum(r => r.Value));
            (shown["total"] is null).Should().Be(!sums || read.Count == 0);
            shown["projects"]!.GetValue<int>().Should().Be(read.Count);
            shown["oldest"]?.GetValue<string>().Should().Be($"{read.Min(r => r.On):yyyy-MM-dd}");
            shown["newest"]?.GetValue<string>().Should().Be($"{read.Max(r => r.On):yyyy-MM-dd}");
            shown["target"]?.GetValue<decimal>().Should().Be(aimed.Sum());
            (shown["target"] is null).Should().Be(!sums || aimed.Count == 0);
            shown["values"]!
                .AsArray()
                .Select(v => v!["value"]!.GetValue<decimal>())
                .Should()
                .BeEquivalentTo(sums ? [] : read.Select(r => r.Value));
        }
    }

    private static void CompareEvaluations(
        Reply d,
        List<(int Known, DateOnly Day, string Kind, Guid Id, JsonObject Says)> seen,
        DateOnly day
    )
    {
        var done = seen.Where(l => l.Kind == "evaluation" && Day(l.Says["on"]) <= day).Select(l => l.Id).ToHashSet();
        var open = seen.Where(l => l.Kind == "plan" && l.Day <= day)
            .GroupBy(l => l.Id)
            .SelectMany(g => g.Last().Says["evaluations"]!.AsArray())
            .Where(e => e!["cancelledReason"] is null && !done.Contains(e["id"]!.GetValue<Guid>()))
            .Select(e => Day(e!["dueOn"]))
            .ToList();
        Attention(d, "evaluation_late").Should().Be(open.Count(due => due < day));
        Attention(d, "evaluation_due").Should().Be(open.Count(due => due >= day && due <= day.AddDays(14)));
    }

    private static int Attention(Reply d, string code) => d["attentionTotals"]!.AsObject()[code]?.GetValue<int>() ?? 0;

    private static DateOnly Day(JsonNode? text) =>
        DateOnly.Parse(text!.GetValue<string>(), CultureInfo.InvariantCulture);
}
