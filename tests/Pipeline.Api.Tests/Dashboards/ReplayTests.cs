using System.Text.Json.Nodes;
using FluentAssertions.Execution;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Dashboards;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>For random lives of two funds with every module in use the dashboard says, at random days and instants, what a plain second computation of all that was done says.</summary>
[UseCases(typeof(GetDashboard))]
public sealed class ReplayTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Kinds =
    [
        "agreement",
        "alliance",
        "body",
        "evaluation",
        "impact",
        "impactReading",
        "list",
        "merge",
        "needs",
        "plan",
        "policy",
        "reading",
        "repayment",
        "report",
        "reversal",
        "risks",
        "stakeholders",
        "target",
        "targets",
        "territories",
    ];
    private readonly HashSet<string> _lived = [];

    [Fact]
    public async Task The_dashboard_equals_a_replay_of_all_that_was_done()
    {
        foreach (var seed in Worlds.Or(1, 2, 3))
            await HoldsAsync(seed);
        _lived.Should().Contain(Kinds, "what never happens shows nothing");
    }

    private async Task HoldsAsync(int seed)
    {
        var random = new Random(seed);
        var world = await RandomWorld.BeginAsync(api);
        await world.LiveAsync(Enumerable.Range(0, 200).Select(_ => random.Next(1_000_000)));
        var (replay, instants) = (await api.InDatabaseAsync(Replay.ReadAsync), world.Book.Instants);
        _lived.UnionWith(world.Book.Log.Select(d => d.Kind));

        // Whatever differs is told, not the first alone.
        using var all = new AssertionScope($"world {seed}");
        for (var i = 0; i < 9; i++)
        {
            // The first is of now, and most are of days and instants at which much had been recorded.
            var (asOf, known) = (
                api.Clock.Today.AddDays(i == 0 ? 0 : -random.Next(i % 3 == 0 ? 700 : 90)),
                instants.Count - 1 - (i == 0 ? 0 : random.Next(instants.Count / (1 + i % 4)))
            );
            var portfolio = world.Funds[i % 3 == 2 ? 1 : 0];
            var view = $"?asOf={asOf:yyyy-MM-dd}&knownAt={instants[known].UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}Z";
            var dashboard = (await portfolio.DashboardAsync(view)).ShouldBe(200);
            var core = replay.Of(portfolio.Id, asOf, instants[known]);
            var seen = new ReplayedWorld(world.Book, core, portfolio.Id, known, asOf);
            var policy = seen.Edited("policy", portfolio.Id)!;
            ReplayedLedgers.Compare(
                dashboard,
                core,
                asOf,
                policy["target"]!.GetValue<decimal>(),
                policy["ceiling"]!.GetValue<decimal>(),
                seen.Edited("needs", Guid.Empty)!["items"]!.AsArray()
            );
            dashboard.Text("portfolio.name").Should().Be(policy["name"]!.GetValue<string>());
            CompareAttention(dashboard, seen);
            // Summed up by the database where no project's own money is looked at.
            var money = (await portfolio.DashboardAsync($"{view}&blocks=money,totals,ratios,leverMix")).ShouldBe(200);
            foreach (var name in new[] { "money", "totals", "ratios", "leverMix" })
                ShouldBe(money[name]!, dashboard[name]!, $"{name} alone {view}");
            foreach (var (name, block) in new ReplayedBlocks(seen).All())
                ShouldBe(dashboard[name]!, block, $"{name} {view}");
            var lists = new ReplayedLists(seen);
            await ListAsync("providers", view, lists.Providers());
            await ListAsync("territories", $"{view}&pageSize=200", lists.Territories());
            await ListAsync("progress-reports", $"{view}&pageSize=200", lists.Periods());

            async Task ListAsync(string what, string query, JsonNode expected) =>
                ShouldBe(
                    (await api.Administrator.GetAsync($"portfolios/{portfolio.Id}/{what}{query}")).ShouldBe(200)[
                        "items"
                    ]!,
                    expected,
                    $"{what} {query}"
                );
        }
    }

    // Of a list it tells the entries that differ, before it tells all of them.
    private static void ShouldBe(JsonNode said, JsonNode expected, string what)
    {
        if (said is JsonArray all && expected is JsonArray wanted)
        {
            all.Where(s => !wanted.Any(w => JsonNode.DeepEquals(s, w)))
                .Select(s => s!.ToJsonString())
                .Should()
                .BeEmpty("it should not be in {0}", what);
            wanted
                .Where(w => !all.Any(s => JsonNode.DeepEquals(s, w)))
                .Select(w => w!.ToJsonString())
                .Should()
                .BeEmpty("it should be in {0}", what);
        }
        JsonNode.DeepEquals(said, expected).Should().BeTrue("{0} is {1} and should be {2}", what, said, expected);
    }

    private static void CompareAttention(Reply d, ReplayedWorld seen)
    {
        var expected = new ReplayedAttention(
            seen,
            phase => ReplayedLedgers.Entry(d, "timeInPhase", phase)["p90"]?.GetValue<decimal>()
        )
            .All()
            .ToList();
        d.Items("attention")
            .Select(a =>
                (
                    a["projectId"]!.GetValue<Guid>(),
                    a["projectCode"]!.GetValue<string>(),
                    a["projectName"]!.GetValue<string>(),
                    a["code"]!.GetValue<string>(),
                    a["message"]!.GetValue<string>()
                )
            )
            .Order()
            .Should()
            .Equal(
                expected.Select(e => (e.Project, seen.Code(e.Project), seen.Name(e.Project), e.Code, e.Message)).Order()
            );
        d["attentionTotals"]!
            .AsObject()
            .ToDictionary(t => t.Key, t => t.Value!.GetValue<int>())
            .Should()
            .BeEquivalentTo(expected.CountBy(e => e.Code).ToDictionary());
    }
}
