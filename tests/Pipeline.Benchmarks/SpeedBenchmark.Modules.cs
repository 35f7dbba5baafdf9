using System.Globalization;

namespace Pipeline.Benchmarks;

/// <summary>
/// What modules cost: the same 1,000 projects with what every module holds of them, and without. Each side is a process of its own, so that processor time and
/// allocations are its own, whatever else the machine does.
/// </summary>
internal static partial class SpeedBenchmark
{
    private const string Plain = "plain",
        Modules = "modules";

    private static async IAsyncEnumerable<Measured> ModulesAsync(Setting setting)
    {
        var root = Path.GetDirectoryName(setting.Small)!;
        await using var with = await ServeAsync(Modules, "--modules");
        await using var without = await ServeAsync(Plain);
        foreach (
            var (what, path, rounds, warmUp) in new (string, Func<Guid, string>, int, int)[]
            {
                // As many before as it takes until the runtime compiles nothing more: of two sides the longer one would count its compiling too.
                ("dashboard", Dashboard, 20, 60),
                ("workbook", id => $"/api/v1/portfolios/{id}/report.xlsx", 10, 20),
            }
        )
        {
            var (a, b) = (path(with.Portfolio), path(without.Portfolio));
            await Timing.InTurnAsync(
                warmUp,
                () => with.Product.BytesAsync(a),
                () => without.Product.BytesAsync(b),
                warmUp: 0
            );
            var before = (await CostAsync(with.Product), await CostAsync(without.Product));
            var (ms, yardstick) = await Timing.InTurnAsync(
                rounds,
                () => with.Product.BytesAsync(a),
                () => without.Product.BytesAsync(b),
                warmUp: 0
            );
            var (more, less) = (
                Of(await CostAsync(with.Product), before.Item1, rounds),
                Of(await CostAsync(without.Product), before.Item2, rounds)
            );
            yield return new(
                $"{what} of 1,000 projects, every module in use",
                "the same without modules",
                ms,
                yardstick,
                1.5,
                Note: string.Create(
                    CultureInfo.InvariantCulture,
                    $"processor {more.Ms:0.0} against {less.Ms:0.0} ms ({more.Ms / less.Ms:0.00}), allocated {more.Mb:0.0} against {less.Mb:0.0} MB ({more.Mb / less.Mb:0.00})"
                )
            );
        }

        async Task<Side> ServeAsync(string name, params string[] more)
        {
            var folder = Path.Combine(root, name);
            if (!File.Exists(Path.Combine(folder, "done")))
            {
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: true);
                Directory.CreateDirectory(folder);
                await Served.SeedAsync(folder, ["--projects", "2000", "--seed", "7", "--sizes", "1000", .. more]);
                await Served.CommandAsync(folder, "create-admin", Served.Administrator);
                await File.WriteAllTextAsync(Path.Combine(folder, "done"), "");
            }
            var portfolio = Exactly(folder, 1_000);
            var product = await Served.MeasuredProductAsync(folder);
            await product.SignInAsManagerOfAsync(portfolio);
            return new(product, portfolio);
        }

        static async Task<(double Ms, double Mb)> CostAsync(Served product) =>
            (product.ProcessorMs, await product.AllocatedMbAsync());

        static (double Ms, double Mb) Of((double Ms, double Mb) after, (double Ms, double Mb) before, int rounds) =>
            ((after.Ms - before.Ms) / rounds, (after.Mb - before.Mb) / rounds);
    }

    private sealed record Side(Served Product, Guid Portfolio) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Product.DisposeAsync();
    }
}
