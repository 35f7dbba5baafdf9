using System.Collections.Concurrent;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>The documents and facts of one project, as they stood.</summary>
internal sealed class ProjectRecords
{
    /// <summary>Of a project that no module is used for.</summary>
    public static readonly ProjectRecords None = new([], []);

    private readonly ConcurrentDictionary<Type, object> _made = new(concurrencyLevel: 1, capacity: 3);

    /// <param name="documents">Each in its newest version, by their ids.</param>
    /// <param name="facts">In the order in which they were recorded.</param>
    private ProjectRecords(IReadOnlyCollection<HeldDocument> documents, IReadOnlyCollection<FactEntry> facts)
    {
        (Documents, Entries) = (documents.ToLookup(d => d.Key.Kind), facts.ToLookup(f => f.Kind));
        (Versions, FactCount) = (documents.Sum(d => d.Number), facts.Count);
        Size = documents.Sum(d => d.Size) + facts.Sum(f => f.Json.Length);
    }

    /// <summary>How many versions the documents have, former ones included: they are numbered from 1.</summary>
    public int Versions { get; }

    /// <summary>How many facts there are, those that take others back included.</summary>
    public int FactCount { get; }

    /// <summary>How much text they were.</summary>
    public int Size { get; }

    /// <summary>The documents by what they are, those of a kind by their ids.</summary>
    public ILookup<DocumentKind, HeldDocument> Documents { get; }

    /// <summary>The facts as they are stored, by what they say, those of a kind in the order in which they were recorded.</summary>
    public ILookup<FactKind, FactEntry> Entries { get; }

    /// <summary>The facts of a kind that stand, in the order in which they were recorded; every kind is of one type.</summary>
    public IReadOnlyList<Fact<T>> Facts<T>(FactKind kind) =>
        Once<IReadOnlyList<Fact<T>>>(r => [.. Fact<T>.Of([.. r.Entries[kind]]).Where(f => f.Stands)]);

    /// <summary>What is made of these records alone, whatever the day: made once for as long as they are kept.</summary>
    public T Once<T>(Func<ProjectRecords, T> make)
        where T : class => (T)_made.GetOrAdd(typeof(T), static (_, a) => a.make(a.records), (records: this, make));

    /// <summary>Those of each project that has any.</summary>
    public static Dictionary<Guid, ProjectRecords> ByProject(
        IEnumerable<DocumentVersion> documents,
        IEnumerable<FactEntry> facts
    )
    {
        var (ofDocuments, ofFacts) = (documents.ToLookup(d => d.ProjectId!.Value), facts.ToLookup(f => f.ProjectId));
        return ofDocuments
            .Select(d => d.Key)
            .Union(ofFacts.Select(f => f.Key))
            .ToDictionary(
                id => id,
                id => new ProjectRecords(
                    [.. ofDocuments[id].OrderBy(d => d.DocumentId).Select(d => new HeldDocument(d))],
                    [.. ofFacts[id].OrderBy(f => f.RecordedAt).ThenBy(f => f.Id)]
                )
            );
    }
}
