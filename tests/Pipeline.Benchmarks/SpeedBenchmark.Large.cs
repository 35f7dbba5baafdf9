using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.Benchmarks;

/// <summary>
/// Portfolios of 1,000, 10,000 and 100,000 projects in one database, each against the one that is a tenth of it; and the blocks of money of the first against what a headless
/// platform sums up, over HTTP with a token and a right.
/// </summary>
internal static partial class SpeedBenchmark
{
    private const string Huge = "huge";

    private static async Task<string> HugeAsync(Setting setting)
    {
        var folder = Path.Combine(Path.GetDirectoryName(setting.Small)!, Huge);
        if (!File.Exists(Path.Combine(folder, "done")))
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            await Served.SeedAsync(folder, "--projects", "111000", "--seed", "9", "--sizes", "1000,10000,100000");
            await Served.CommandAsync(folder, "create-admin", Served.Administrator);
            await File.WriteAllTextAsync(Path.Combine(folder, "done"), "");
        }
        return folder;
    }

    private static async IAsyncEnumerable<Measured> LargeDashboardsAsync(Setting setting)
    {
        var folder = await HugeAsync(setting);
        var portfolios = new[] { 1_000, 10_000, 100_000 }.ToDictionary(n => n, n => Exactly(folder, n));
        await using var product = await Served.MeasuredProductAsync(
            folder,
            Served.NoReminders,
            // Of 100,000 on a machine that does other things too.
            "--Pipeline:Limits:RequestSeconds=300"
        );
        await product.SignInAsManagerOfAsync([.. portfolios.Values]);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (
            var (size, tenth, rounds, warmUp, most) in new (int, int, int, int, double)[]
            {
                (10_000, 1_000, 9, 20, 4),
                (100_000, 10_000, 3, 1, 8),
            }
        )
        {
            foreach (var of in new[] { size, tenth })
                Agree(
                    HandDashboard.Of(await product.JsonAsync(Dashboard(portfolios[of]))),
                    HandDashboard.Read(Path.Combine(folder, "pipeline.db"), portfolios[of], today)
                );
            var (a, b) = (0d, 0d);
            var cost = new Dictionary<int, (double Ms, double Mb)>();
            var (ms, yardstick) = await Timing.InTurnAsync(
                rounds,
                () => Counted(size),
                () => Counted(tenth),
                warmUp: warmUp
            );
            (a, b) = (cost[size].Ms / (rounds + warmUp), cost[tenth].Ms / (rounds + warmUp));
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"dashboard of {size:N0} projects"),
                string.Create(CultureInfo.InvariantCulture, $"of {tenth:N0}"),
                ms,
                yardstick,
                most,
                Note: string.Create(
                    CultureInfo.InvariantCulture,
                    $"processor {a:0} against {b:0} ms ({a / b:0.0}), allocated {cost[size].Mb / (rounds + warmUp):0} against {cost[tenth].Mb / (rounds + warmUp):0} MB; peak {product.PeakMb:0} MB"
                )
            );

            async Task Counted(int of)
            {
                var before = (product.ProcessorMs, await product.AllocatedMbAsync());
                await product.BytesAsync(Dashboard(portfolios[of]));
                var was = cost.GetValueOrDefault(of);
                cost[of] = (
                    was.Ms + product.ProcessorMs - before.ProcessorMs,
                    was.Mb + await product.AllocatedMbAsync() - before.Item2
                );
            }
        }
    }

    private static async IAsyncEnumerable<Measured> BlocksAsync(Setting setting)
    {
        var flat = Path.Combine(setting.Large, "flat.db");
        var token = FlatTable.Make(setting.LargeFile, flat, setting.Thousand);
        await using var product = await Served.ProductAsync(setting.Large);
        await using var yardstick = await Served.YardstickAsync(setting.Large);
        await product.SignInAsManagerOfAsync(setting.Thousand);
        yardstick.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var (whole, blocks, sums) = (
            Dashboard(setting.Thousand),
            $"{Dashboard(setting.Thousand)}?blocks=money,totals,ratios,leverMix",
            $"/sums/{setting.Thousand}"
        );
        var said = await product.JsonAsync(blocks);
        if (!JsonNode.DeepEquals(said["money"], (await product.JsonAsync(whole))["money"]))
            throw new InvalidOperationException("The blocks differ from the whole.");
        Agree(Money(said), FlatTable.Of(await yardstick.JsonAsync(sums)));
        var (a, b) = await Timing.InTurnAsync(
            60,
            () => product.BytesAsync(blocks),
            () => yardstick.BytesAsync(sums),
            warmUp: 300
        );
        yield return new(
            "dashboard of 1,000 projects, its blocks of money",
            "four sums over one flat table, with a token and a right",
            a,
            b,
            1,
            Note: $"{Money(said).Count} figures agree"
        );
    }

    private static void Agree(SortedDictionary<string, long> said, SortedDictionary<string, long> hand)
    {
        if (!said.SequenceEqual(hand) || said.Count == 0)
            throw new InvalidOperationException(
                $"The figures differ: {string.Join(", ", said.Except(hand).Take(10))} against {string.Join(", ", hand.Except(said).Take(10))}"
            );
    }

    // The cells, the ledgers' totals, and what the ratios and mixes are made of.
    private static SortedDictionary<string, long> Money(JsonNode d)
    {
        var figures = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var basis in new[] { "planned", "committed", "delivered" })
        {
            Add($"{basis}", d["totals"]![basis]!["amount"]);
            foreach (var line in d["money"]![basis]!.AsArray())
            foreach (
                var name in new[]
                {
                    $"{basis}.{line!["phase"]}.{line["lever"]}",
                    $"{basis}.{line["phase"]}",
                    $"{basis}.{line["lever"]}",
                }
            )
                Add(name, line["amount"]!["amount"]);
        }
        return figures;

        void Add(string name, JsonNode? amount) =>
            figures[name] = figures.GetValueOrDefault(name) + (long)(amount!.GetValue<decimal>() * 100);
    }
}
