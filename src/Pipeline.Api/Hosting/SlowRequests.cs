using Pipeline.Application.Operations;

namespace Pipeline.Api.Hosting;

/// <summary>The slowest requests of this process, for those who look after it; of each its route, and nothing of what was asked.</summary>
internal sealed class SlowRequests
{
    /// <summary>How many are kept.</summary>
    public const int Most = 20;

    // What was slow at the start would stay for ever.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly List<SlowRequestReply> _slowest = [];

    /// <summary>Keeps a request if it was slower than those that are kept.</summary>
    public void Note(SlowRequestReply request)
    {
        lock (_lock)
        {
            _slowest.RemoveAll(r => r.At <= request.At - Lifetime);
            var place = _slowest.FindIndex(r => r.Milliseconds < request.Milliseconds);
            if (place < 0 && _slowest.Count == Most)
                return;
            _slowest.Insert(place < 0 ? _slowest.Count : place, request);
            if (_slowest.Count > Most)
                _slowest.RemoveAt(Most);
        }
    }

    /// <summary>Those of the last day, slowest first.</summary>
    public IReadOnlyList<SlowRequestReply> Since(DateTimeOffset now)
    {
        lock (_lock)
            return [.. _slowest.Where(r => r.At > now - Lifetime)];
    }
}
