using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>Holds what a dashboard says of projects and ledgers against a replay, figure by figure.</summary>
internal static class ReplayedLedgers
{
    private static readonly Lever[] Advice = [Lever.ExpertiseAndNetworks, Lever.StrategyAndGovernance];
    private static readonly Lever[] Judging = [Lever.Evaluation];

    /// <summary>Fails at the first that differs.</summary>
    /// <param name="needs">By phase and lever.</param>
    public static void Compare(
        Reply d,
        Replay.Figures expected,
        DateOnly asOf,
        decimal target,
        decimal ceiling,
        JsonArray needs
    )
    {
        var lives = expected.Projects.ConvertAll(p => p.Life);
        d.Number("projects.total").Should().Be(lives.Count);
        foreach (var phase in Enum.GetValues<Phase>())
        {
            d.Number($"projects.byPhase.{Codes.Of(phase)}").Should().Be(lives.Count(l => l.Phase == phase));
            CompareStays(
                Entry(d, "timeInPhase", phase),
                [.. lives.SelectMany(l => l.Stays).Where(s => s.Phase == phase).Select(s => s.Days).Order()]
            );
            CompareFunnel(Entry(d, "funnel", phase), lives, phase);
        }
        foreach (var standing in Enum.GetValues<Standing>())
            d.Number($"projects.byStanding.{Codes.Of(standing)}").Should().Be(lives.Count(l => l.Standing == standing));
        CompareMonths(d, lives, asOf);
        foreach (var basis in Enum.GetValues<Basis>())
        {
            CompareMoney(d, expected, basis);
            CompareBreakdown(d, expected, basis);
        }
        CompareRatios(d, expected, target, ceiling);
        CompareMix(d, expected, needs);
    }

    private static void CompareMoney(Reply d, Replay.Figures expected, Basis basis)
    {
        var lines = d.Items($"money.{Codes.Of(basis)}")
            .ToDictionary(
                l => (l["phase"]!.GetValue<string>(), l["lever"]!.GetValue<string>()),
                l => Cents(l["amount"]!["amount"])
            );
        lines
            .Should()
            .Equal(
                expected
                    .Money.Where(m => m.Key.Item1 == basis)
                    .ToDictionary(m => (Codes.Of(m.Key.Item2), Codes.Of(m.Key.Item3)), m => m.Value)
            );
        Cents(d[$"totals.{Codes.Of(basis)}.amount"]).Should().Be(lines.Values.Sum());
    }

    private static void CompareBreakdown(Reply d, Replay.Figures expected, Basis basis)
    {
        foreach (
            var (name, dimension) in new[]
            {
                ("sdg", TagDimension.Sdg),
                ("domain", TagDimension.Domain),
                ("region", TagDimension.Region),
            }
        )
        {
            var lines = d.Items($"breakdown.{name}")
                .ToDictionary(
                    l => l["code"]!.GetValue<string>(),
                    l => (l["projects"]!.GetValue<int>(), Cents(l[Codes.Of(basis)]!["amount"]))
                );
            foreach (var (code, (projects, cents)) in lines)
            {
                projects
                    .Should()
                    .Be(expected.Counts.GetValueOrDefault((dimension, code)), "of projects under {0} {1}", name, code);
                cents
                    .Should()
                    .Be(
                        expected.Parts.GetValueOrDefault((dimension, code, basis)),
                        "of {0} under {1} {2}",
                        basis,
                        name,
                        code
                    );
            }
            expected.Counts.Keys.Where(k => k.Item1 == dimension).Select(k => k.Item2).Should().BeSubsetOf(lines.Keys);
            lines
                .Values.Sum(l => l.Item2)
                .Should()
                .Be(Cents(d[$"totals.{Codes.Of(basis)}.amount"]), "a breakdown adds up to the grand total");
        }
    }

    private static void CompareRatios(Reply d, Replay.Figures expected, decimal target, decimal ceiling)
    {
        d.Figure("ratios.capacityBuilding.target").Should().Be(target);
        d.Figure("ratios.evaluation.ceiling").Should().Be(ceiling);
        foreach (var basis in Enum.GetValues<Basis>())
        {
            var of = Codes.Of(basis);
            var (capacity, evaluation) = (Share(expected, basis, null, Advice), Share(expected, basis, null, Judging));
            CompareShare(
                d[$"ratios.capacityBuilding.{of}"]!,
                capacity,
                [target, target * 0.9m],
                capacity is null ? null
                    : capacity >= target ? "met"
                    : capacity >= target * 0.9m ? "near"
                    : "missed"
            );
            CompareShare(
                d[$"ratios.evaluation.{of}"]!,
                evaluation,
                [ceiling, ceiling * 1.1m],
                evaluation is null ? null
                    : evaluation <= ceiling ? "met"
                    : evaluation <= ceiling * 1.1m ? "near"
                    : "missed"
            );
            foreach (var phase in Enum.GetValues<Phase>())
            {
                var entry = Entry(d, "ratios.byPhase", phase);
                CompareShare(
                    entry["capacityBuilding"]![of]!,
                    Share(expected, basis, phase, Advice),
                    [target, target * 0.9m],
                    status: null
                );
                CompareShare(
                    entry["evaluation"]![of]!,
                    Share(expected, basis, phase, Judging),
                    [ceiling, ceiling * 1.1m],
                    status: null
                );
            }
        }
    }

    private static void CompareShare(JsonNode shown, decimal? share, decimal[] bounds, string? status)
    {
        shown["value"]?.GetValue<decimal>().Should().Be(Shown(share, bounds));
        (shown["value"] is null, shown["status"]?.GetValue<string>(), shown["reason"] is null)
            .Should()
            .Be((share is null, status, share is not null));
    }

    private static void CompareMix(Reply d, Replay.Figures expected, JsonArray needs)
    {
        d.Items("leverMix").Should().HaveCount(20);
        foreach (var entry in d.Items("leverMix"))
        {
            var (phase, lever) = (Parsed<Phase>(entry["phase"]), Parsed<Lever>(entry["lever"]));
            var need = needs.Single(n => Parsed<Phase>(n!["phase"]) == phase && Parsed<Lever>(n["lever"]) == lever)![
                "need"
            ]!.GetValue<int>();
            entry["need"]!.GetValue<int>().Should().Be(need);
            foreach (var basis in Enum.GetValues<Basis>())
            {
                var (share, shown) = (Share(expected, basis, phase, [lever]), entry[Codes.Of(basis)]!);
                shown["share"]?.GetValue<decimal>().Should().Be(Shown(share, 0.5m));
                (shown["share"] is null, shown["flag"]?.GetValue<string>())
                    .Should()
                    .Be(
                        (
                            share is null,
                            share is null ? null
                            : need == 3 && share == 0 ? "unmet"
                            : need <= 1 && share > 0.5m ? "heavy"
                            : null
                        )
                    );
            }
        }

        static T Parsed<T>(JsonNode? code)
            where T : struct, Enum => Enum.Parse<T>(code!.GetValue<string>(), ignoreCase: true);
    }

    // Of one phase or of all; null where there is nothing to be a share of.
    private static decimal? Share(Replay.Figures expected, Basis basis, Phase? phase, Lever[] levers)
    {
        var lines = expected.Money.Where(m => m.Key.Item1 == basis && (phase is null || m.Key.Item2 == phase)).ToList();
        var total = lines.Sum(m => m.Value);
        return total == 0 ? null : (decimal)lines.Where(m => levers.Contains(m.Key.Item3)).Sum(m => m.Value) / total;
    }

    // Four decimals, and as many more as it takes to stand on its own side of every bound.
    private static decimal? Shown(decimal? share, params decimal[] bounds)
    {
        if (share is not { } exact)
            return null;
        for (var decimals = 4; ; decimals++)
            if (
                decimal.Round(exact, decimals, MidpointRounding.AwayFromZero) is var shown
                && bounds.All(bound => shown.CompareTo(bound) == exact.CompareTo(bound))
            )
                return shown;
    }

    private static void CompareStays(JsonNode entry, List<int> days)
    {
        entry["stays"]!.GetValue<int>().Should().Be(days.Count);
        decimal? At(decimal share)
        {
            if (days.Count == 0)
                return null;
            var rank = share * (days.Count - 1);
            var (low, high) = (days[(int)decimal.Floor(rank)], days[(int)decimal.Ceiling(rank)]);
            return decimal.Round(low + (rank - decimal.Floor(rank)) * (high - low), 1, MidpointRounding.AwayFromZero);
        }
        entry["median"]?.GetValue<decimal>().Should().Be(At(0.5m));
        entry["p90"]?.GetValue<decimal>().Should().Be(At(0.9m));
    }

    private static void CompareFunnel(JsonNode entry, List<Replay.Life> lives, Phase phase)
    {
        var (reached, passed) = (
            lives.Count(l => l.Reached.Contains(phase)),
            lives.Count(l => l.Reached.Contains(phase + 1))
        );
        entry["reached"]!.GetValue<int>().Should().Be(reached);
        if (phase != Phase.Industrialisation)
            entry["passedOn"]!.GetValue<int>().Should().Be(passed);
        var share =
            reached == 0 || phase == Phase.Industrialisation
                ? (decimal?)null
                : decimal.Round((decimal)passed / reached, 4, MidpointRounding.AwayFromZero);
        entry["share"]?.GetValue<decimal>().Should().Be(share);
        (entry["share"] is null).Should().Be(share is null);
    }

    private static void CompareMonths(Reply d, List<Replay.Life> lives, DateOnly asOf)
    {
        var months = d.Items("transitionsByMonth");
        months.Should().HaveCount(24);
        foreach (var month in months)
        {
            var moves = lives
                .SelectMany(l => l.Moves)
                .Where(m =>
                    m.On <= asOf
                    && m.On.ToString("yyyy-MM", CultureInfo.InvariantCulture) == month["month"]!.GetValue<string>()
                )
                .ToList();
            month["total"]!.GetValue<int>().Should().Be(moves.Count);
            foreach (var trigger in moves.GroupBy(m => m.Trigger))
                month["byTrigger"]![Codes.Of(trigger.Key)]!.GetValue<int>().Should().Be(trigger.Count());
        }
        months[^1]["month"]!.GetValue<string>().Should().Be(asOf.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }

    /// <summary>What a list of the dashboard says of a phase.</summary>
    public static JsonNode Entry(Reply d, string list, Phase phase) =>
        d.Items(list).Single(e => e["phase"]!.GetValue<string>() == Codes.Of(phase));

    private static long Cents(JsonNode? amount) => (long)(amount!.GetValue<decimal>() * 100);
}
