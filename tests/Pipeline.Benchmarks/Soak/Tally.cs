using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks.Soak;

/// <summary>What was sent and how it was answered, by all clients together.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _milliseconds = new();
    private readonly ConcurrentDictionary<string, int> _repeated = new();
    private readonly ConcurrentQueue<string> _failures = new();

    /// <summary>Whatever nobody should have met.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    public int Repeated => _repeated.Values.Sum();

    public void Answered(string kind, double milliseconds) => _milliseconds.GetOrAdd(kind, _ => []).Add(milliseconds);

    /// <param name="why">What told the client to come again.</param>
    public void Again(string why) => _repeated.AddOrUpdate(why, 1, (_, count) => count + 1);

    public void Failed(string what)
    {
        Console.WriteLine($"FAILED {TimeProvider.System.GetUtcNow():HH:mm:ss} {what}");
        _failures.Enqueue(what);
    }

    /// <summary>Notes what does not hold.</summary>
    public void ShouldHold(bool holds, string what)
    {
        if (!holds)
            Failed(what);
    }

    public string Table()
    {
        var text = new StringBuilder()
            .AppendLine("| request | answered | median ms | 95 % ms | slowest ms |")
            .AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var (kind, times) in _milliseconds.OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            var sorted = times.Order().ToList();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {kind} | {sorted.Count} | {sorted[sorted.Count / 2]:0} | {sorted[(int)(sorted.Count * 0.95)]:0} | {sorted[^1]:0} |"
            );
        }
        text.AppendLine().AppendLine("| sent again after | times |").AppendLine("| --- | --- |");
        foreach (var (why, count) in _repeated.OrderBy(k => k.Key, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {why} | {count} |");
        return text.ToString();
    }
}
