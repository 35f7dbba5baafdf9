namespace Pipeline.Application.Records;

/// <summary>
/// The documents and facts of projects that were read last, as they stand. Both are only ever added: where there are as many as there were, they are the same ones
/// (docs/adr/0060), whoever wrote them, on whichever instance.
/// </summary>
/// <param name="most">How much text is kept of those read last, and once more of those read before.</param>
public sealed class RecordCache(long most = RecordCache.Usual)
{
    private const long Usual = 24_000_000,
        // What a project without any takes.
        Least = 100;

    private readonly Lock _lock = new();
    private Dictionary<Guid, Entry> _young = [],
        _old = [];
    private long _size;

    /// <summary>What a project has; null where it was not read, or has more by now.</summary>
    /// <param name="versions">How many versions its documents have, former ones included and drafts left out.</param>
    /// <param name="facts">How many facts it has.</param>
    internal ProjectRecords? Find(Guid projectId, int versions, int facts)
    {
        if (versions == 0 && facts == 0)
            return ProjectRecords.None;
        lock (_lock)
        {
            if (_young.TryGetValue(projectId, out var entry))
                return entry.Of(versions, facts);
            if (_old.TryGetValue(projectId, out entry) && entry.Of(versions, facts) is { } records)
            {
                Keep(projectId, entry);
                return records;
            }
            return null;
        }
    }

    /// <summary>Keeps what was read of a project: all of its documents but drafts, and all of its facts.</summary>
    internal void Add(Guid projectId, ProjectRecords records)
    {
        var entry = new Entry(records.Versions, records.FactCount, records, records.Size + Least);
        lock (_lock)
            Keep(projectId, entry);
    }

    // Two halves: when the younger one is full it becomes the older one, and what nobody asked for since then goes.
    private void Keep(Guid projectId, Entry entry)
    {
        if (_young.Remove(projectId, out var before))
            _size -= before.Size;
        if (_size + entry.Size > most && _young.Count > 0)
            (_old, _young, _size) = (_young, [], 0);
        _young[projectId] = entry;
        _size += entry.Size;
    }

    private sealed record Entry(int Versions, int Facts, ProjectRecords Records, long Size)
    {
        public ProjectRecords? Of(int versions, int facts) => Versions == versions && Facts == facts ? Records : null;
    }
}
