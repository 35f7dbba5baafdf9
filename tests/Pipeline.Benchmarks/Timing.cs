using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Benchmarks;

/// <summary>A line of the table: what was measured, against what, and how they compare.</summary>
internal sealed record Measured(
    string What,
    string Against,
    double Ms,
    double? YardstickMs,
    double AtMost,
    bool AtMostMs = false,
    string Note = "",
    bool Also = true
)
{
    public double Value => AtMostMs ? Ms : Ms / YardstickMs!.Value;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {What} | {Ms:0.00} | {Against} | {(YardstickMs is { } y ? $"{y:0.00}" : "–")} | {(AtMostMs ? $"{Ms / 1000:0.00} s" : $"{Value:0.00}")} | {(AtMostMs ? $"{AtMost / 1000:0.0} s" : $"{AtMost:0.0}")} | {(Value <= AtMost && Also ? "yes" : "**no**")} | {Note} |"
        );
}

/// <summary>Times two ways of doing one thing in turn, each round beginning with the other one.</summary>
internal static class Timing
{
    public static async Task<(double A, double B)> InTurnAsync(int rounds, Func<Task> a, Func<Task> b, int warmUp = 3)
    {
        var (first, second) = (new List<double>(), new List<double>());
        for (var round = -warmUp; round < rounds; round++)
        {
            if (round % 2 == 0)
                await Take(first, a, round);
            await Take(second, b, round);
            if (round % 2 != 0)
                await Take(first, a, round);
        }
        return (Median(first), Median(second));
    }

    public static async Task<double> OnceAsync(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    public static double Median(IReadOnlyList<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task Take(List<double> times, Func<Task> work, int round)
    {
        var ms = await OnceAsync(work);
        if (round >= 0)
            times.Add(ms);
    }
}
