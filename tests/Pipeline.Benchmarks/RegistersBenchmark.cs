using System.Diagnostics;
using System.Globalization;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Registers;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Benchmarks;

/// <summary>
/// 100,000 projects with all columns, by the product's writers and by the Open XML SDK's plain streaming writer. Alternating in one process, so that
/// neither has the warmer machine; then each once in a process of its own, for its peak of memory.
/// </summary>
internal static class RegistersBenchmark
{
    private const int Rows = 100_000,
        Rounds = 5;

    public static async Task<int> RunAsync()
    {
        string[] writers = ["register-xlsx", "plain-openxml", "register-csv"];
        Console.WriteLine(
            $"{Rows:N0} projects × {Columns.Projects.Count} columns, {Rounds} rounds in turn after one to warm up"
        );
        var times = writers.ToDictionary(w => w, _ => new List<double>());
        var bytes = new Dictionary<string, long>();
        for (var round = 0; round <= Rounds; round++)
        {
            // The order turns with each round.
            for (var i = 0; i < writers.Length; i++)
            {
                var writer = writers[(i + round) % writers.Length];
                GC.Collect();
                var clock = Stopwatch.StartNew();
                bytes[writer] = await WriteAsync(writer);
                if (round > 0)
                    times[writer].Add(clock.Elapsed.TotalSeconds);
            }
        }

        Console.WriteLine();
        Console.WriteLine("| writer | median s | fastest | slowest | file MB | peak working set MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var writer in writers)
        {
            var peak = await PeakAsync(writer);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {writer} | {Median(times[writer]):0.00} | {times[writer].Min():0.00} | {times[writer].Max():0.00} | {bytes[writer] / 1e6:0.0} | {peak:0} |"
                )
            );
        }
        Console.WriteLine();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"register-xlsx / plain-openxml: {Median(times["register-xlsx"]) / Median(times["plain-openxml"]):0.00}"
            )
        );
        return 0;
    }

    /// <summary>One writer, once, alone in this process: its peak working set in megabytes.</summary>
    public static async Task<int> RunOneAsync(string writer)
    {
        await WriteAsync(writer);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / 1e6).ToString("0", CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<long> WriteAsync(string writer)
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (
                var target = new FileStream(
                    file,
                    FileMode.Create,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    64 * 1024,
                    useAsync: true
                )
            )
            {
                var rows = SampleProjects.Come(Rows);
                if (writer == "plain-openxml")
                    await PlainOpenXml.WriteAsync(rows, Columns.Projects, Language.En, target);
                else
                    await new RegisterWriter().WriteAsync(
                        rows,
                        writer == "register-csv" ? RegisterFormat.Csv : RegisterFormat.Xlsx,
                        Language.En,
                        target,
                        CancellationToken.None
                    );
            }
            return new FileInfo(file).Length;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<double> PeakAsync(string writer)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["registers", "only", writer])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var peak = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(peak, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
