using System.Diagnostics;
using System.Globalization;
using Pipeline.Benchmarks.Soak;
using Pipeline.Reliability.Tests;

namespace Pipeline.Benchmarks;

/// <summary>The long forms of the tests of staying alive (tests/Pipeline.Reliability.Tests): the same runs, more of them.</summary>
internal static class AliveBenchmarks
{
    private const int Clients = 64,
        WarmUpSeconds = 60;

    /// <summary>How much the working set may grow from the minute behind the warm-up to the last one and still be called flat.</summary>
    private const double Flat = 1.25;

    /// <summary><c>crash [KILLS] [SEED]</c>.</summary>
    public static async Task<int> CrashAsync(string[] options)
    {
        var kills = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 50;
        var seed = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
        Console.WriteLine($"seed {seed}");
        await using var run = new CrashRun(seed);
        await run.RunAsync(kills, Console.WriteLine);
        Console.WriteLine(run.Summary);
        return 0;
    }

    /// <summary><c>soak [MINUTES] [SEED]</c>.</summary>
    public static Task<int> SoakAsync(string[] options)
    {
        var minutes = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 60;
        var seed = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
        Console.WriteLine($"seed {seed}");
        return new SoakRun(minutes, seed).RunAsync();
    }

    /// <summary><c>load [SECONDS] [SEED]</c>.</summary>
    public static async Task<int> LoadAsync(string[] options)
    {
        var seconds = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 300;
        var seed = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
        Console.WriteLine($"seed {seed}");
        await using var run = new LoadRun(seed);
        Stopwatch? began = null;
        await run.RunAsync(Clients, _ => (began ??= Stopwatch.StartNew()).Elapsed.TotalSeconds < seconds);
        Console.WriteLine(run.Table());
        Console.WriteLine("| minute | working set MB: least | median | most |");
        Console.WriteLine("| --- | --- | --- | --- |");
        var minutes = run
            .Memory.GroupBy(m => (int)(m.Second / 60))
            .Select(g => (Minute: g.Key + 1, Sorted: g.Select(m => m.Megabytes).Order().ToList()))
            .Where(m => m.Sorted.Count >= 30)
            .ToList();
        foreach (var (minute, sorted) in minutes)
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {minute} | {sorted[0]:0} | {sorted[sorted.Count / 2]:0} | {sorted[^1]:0} |"
                )
            );
        if (seconds <= 2 * WarmUpSeconds)
            return 0;
        var (second, last) = (minutes[1].Sorted, minutes[^1].Sorted);
        var growth = last[last.Count / 2] / second[second.Count / 2];
        Console.WriteLine(
            FormattableString.Invariant($"memory, last minute / second minute: {growth:0.00} (at most {Flat})")
        );
        return growth <= Flat ? 0 : 1;
    }
}
