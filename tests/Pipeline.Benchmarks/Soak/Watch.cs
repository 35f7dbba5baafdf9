using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pipeline.Reliability.Tests;

namespace Pipeline.Benchmarks.Soak;

/// <summary>Memory, open files and processor time of each instance, by the minute of its life.</summary>
internal sealed class Watch(ThreeInstances instances)
{
    /// <summary>How much more the last minutes may have than the first, and still be called flat.</summary>
    public const double Flat = 1.25;

    // An instance has come across most of what it does by then.
    private const int WarmMinutes = 3,
        Minutes = 3,
        LongLife = 10;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly Dictionary<int, Life> _lives = [];

    public async Task UntilAsync(CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            for (var i = 0; i < instances.Served.Count; i++)
                LookAt(i, instances.Served[i].Process);
            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
    }

    /// <summary>Processor seconds of all lives together.</summary>
    public double ProcessorSeconds => _lives.Values.Sum(life => life.ProcessorSeconds);

    public string Table()
    {
        var text = new StringBuilder()
            .AppendLine(
                "| instance | minute of its life | working set MB: least | median | most | open files: median | most |"
            )
            .AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var life in _lives.Values.Where(l => l.LastMinute >= 1))
        foreach (var minute in life.Looks.GroupBy(l => l.Minute).Where(m => life.IsShown(m.Key)))
        {
            var (memory, files) = (
                minute.Select(l => l.Megabytes).Order().ToList(),
                minute.Select(l => l.Files).Order().ToList()
            );
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {life.Instance} | {minute.Key + 1} | {memory[0]:0} | {memory[memory.Count / 2]:0} | {memory[^1]:0} | {files[files.Count / 2]} | {files[^1]} |"
            );
        }
        return text.ToString();
    }

    /// <summary>Holds the last minutes of each long life against its first ones.</summary>
    public void ShouldBeFlat(Tally tally)
    {
        foreach (var life in _lives.Values.Where(l => l.LastMinute >= LongLife))
        {
            var last = life.LastMinute;
            var (early, late) = (
                life.Looks.Where(l => l.Minute is >= WarmMinutes and < WarmMinutes + Minutes).ToList(),
                life.Looks.Where(l => l.Minute > last - Minutes).ToList()
            );
            var (memory, files) = (
                Median(late, l => l.Megabytes) / Median(early, l => l.Megabytes),
                Median(late, l => l.Files) / Median(early, l => l.Files)
            );
            var said = FormattableString.Invariant(
                $"instance {life.Instance}, {last + 1} minutes: working set {Median(early, l => l.Megabytes):0} to {Median(late, l => l.Megabytes):0} MB ({memory:0.00}), open files {Median(early, l => l.Files):0} to {Median(late, l => l.Files):0} ({files:0.00}); at most {Flat}"
            );
            Console.WriteLine(said);
            tally.ShouldHold(memory <= Flat && files <= Flat, said);
        }
    }

    private static double Median(IEnumerable<Look> looks, Func<Look, double> of) =>
        Timing.Median([.. looks.Select(of)]);

    private void LookAt(int instance, Process process)
    {
        try
        {
            process.Refresh();
            var seconds = process.TotalProcessorTime.TotalSeconds;
            if (!_lives.TryGetValue(process.Id, out var life))
                _lives[process.Id] = life = new(instance, Stopwatch.GetTimestamp());
            life.ProcessorSeconds = seconds;
            life.Looks.Add(
                new Look(
                    (int)Stopwatch.GetElapsedTime(life.Began).TotalMinutes,
                    process.WorkingSet64 / 1048576.0,
                    Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length
                )
            );
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            // It has just been killed.
        }
    }

    private sealed class Life(int instance, long began)
    {
        public int Instance => instance;

        public long Began => began;

        public double ProcessorSeconds { get; set; }

        public List<Look> Looks { get; } = [];

        public int LastMinute => Looks.Count == 0 ? 0 : Looks[^1].Minute;

        // The first minutes one by one, then every fifth and the last.
        public bool IsShown(int minute) => minute < 5 || (minute + 1) % 5 == 0 || minute == LastMinute;
    }

    private sealed record Look(int Minute, double Megabytes, double Files);
}
