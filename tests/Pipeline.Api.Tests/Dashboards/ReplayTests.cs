using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>For random lives of two funds the dashboard says, at random days and instants, what a plain replay of all records says.</summary>
[UseCases(typeof(GetDashboard))]
public sealed class ReplayTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Criteria =
    [
        "need.described",
        "solution.hypothesis",
        "territory.named",
        "funding.committed",
        "evaluation.relevance",
        "evaluation.beneficiaries",
        "support.delivered",
        "model.dimensions",
        "model.keyFactors",
        "model.operator",
        "evaluation.sizing",
        "ratio.capacityBuilding",
        "ratio.evaluation",
        "evaluation.measured",
        "evaluation.partnership",
        "territory.spread",
        "takeOver.named",
    ];

    [Fact]
    public async Task The_dashboard_equals_a_replay_of_all_records()
    {
        var property = Prop.ForAll(
            Gen.Choose(0, 1_000_000).ArrayOf(70).ToArbitrary(),
            deeds => HoldsAsync(deeds).GetAwaiter().GetResult()
        );
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5), property));
    }

    private async Task<bool> HoldsAsync(int[] deeds)
    {
        var severities = Criteria.ToDictionary(c => c, _ => "ignore");
        var (fund, other) = (
            await Fund.OpenAsync(api, severities: severities),
            await Fund.OpenAsync(api, severities: severities)
        );
        var history = new RandomHistory(api, fund, other);
        await history.LiveAsync(deeds);
        var replay = await api.InDatabaseAsync(Replay.ReadAsync);

        var random = new Random(deeds.Sum());
        for (var i = 0; i < 6; i++)
        {
            var (today, known) = (api.Clock.Today, history.Instants[random.Next(history.Instants.Count)]);
            var asOf = i == 0 ? today : today.AddDays(-random.Next(700));
            if (i == 0)
                known = history.Instants[^1];
            var portfolio = i % 3 == 2 ? other : fund;
            var dashboard = (
                await portfolio.DashboardAsync(
                    $"?asOf={asOf:yyyy-MM-dd}&knownAt={known.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}Z"
                )
            ).ShouldBe(200);
            Compare(dashboard, replay.Of(portfolio.Id, asOf, known), asOf);
        }
        return true;
    }

    internal static void Compare(Reply d, Replay.Figures expected, DateOnly asOf)
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
        CompareRatio(d, expected);
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

    private static void CompareRatio(Reply d, Replay.Figures expected)
    {
        var committed = expected.Money.Where(m => m.Key.Item1 == Basis.Committed).ToList();
        var total = committed.Sum(m => m.Value);
        decimal? Share(params Lever[] levers) =>
            total == 0
                ? null
                : decimal.Round(
                    (decimal)committed.Where(m => levers.Contains(m.Key.Item3)).Sum(m => m.Value) / total,
                    4,
                    MidpointRounding.AwayFromZero
                );
        d.Figure("ratios.capacityBuilding.committed.value")
            .Should()
            .Be(Share(Lever.ExpertiseAndNetworks, Lever.StrategyAndGovernance));
        d.Figure("ratios.evaluation.committed.value").Should().Be(Share(Lever.Evaluation));
    }

    private static void CompareStays(System.Text.Json.Nodes.JsonNode entry, List<int> days)
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

    private static void CompareFunnel(System.Text.Json.Nodes.JsonNode entry, List<Replay.Life> lives, Phase phase)
    {
        entry["reached"]!.GetValue<int>().Should().Be(lives.Count(l => l.Reached.Contains(phase)));
        if (phase != Phase.Industrialisation)
            entry["passedOn"]!.GetValue<int>().Should().Be(lives.Count(l => l.Reached.Contains(phase + 1)));
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

    private static System.Text.Json.Nodes.JsonNode Entry(Reply d, string list, Phase phase) =>
        d.Items(list).Single(e => e["phase"]!.GetValue<string>() == Codes.Of(phase));

    private static long Cents(System.Text.Json.Nodes.JsonNode? amount) => (long)(amount!.GetValue<decimal>() * 100);
}
