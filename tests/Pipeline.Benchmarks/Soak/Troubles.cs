using System.Diagnostics;

namespace Pipeline.Benchmarks.Soak;

/// <summary>When something was down: whether a request can have met it.</summary>
internal sealed class Troubles
{
    /// <summary>How long after it is back somebody may still meet it: the proxy looks five times a second, and connections that were open then are known to be broken when they are used.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly List<long> _ended = [];
    private int _now;

    /// <summary>Whether something was down at any moment since.</summary>
    public bool Since(long began)
    {
        lock (_lock)
            return _now > 0 || _ended.Any(ended => Stopwatch.GetElapsedTime(ended, began) < After);
    }

    public async Task WhileAsync(Func<Task> trouble)
    {
        lock (_lock)
            _now++;
        await trouble();
        lock (_lock)
        {
            _now--;
            _ended.Add(Stopwatch.GetTimestamp());
        }
    }
}
