using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>The documents and facts of one project, as they stood.</summary>
/// <param name="Documents">Each in its newest version, by their ids.</param>
/// <param name="Facts">In the order in which they were recorded.</param>
internal sealed record ProjectRecords(IReadOnlyList<HeldDocument> Documents, IReadOnlyList<HeldFact> Facts)
{
    /// <summary>Of a project that no module is used for.</summary>
    public static readonly ProjectRecords None = new([], []);

    /// <summary>How many versions the documents have, former ones included: they are numbered from 1.</summary>
    public int Versions => Documents.Sum(d => d.Number);

    /// <summary>How much text they were.</summary>
    public int Size => Documents.Sum(d => d.Size) + Facts.Sum(f => f.Entry.Json.Length);

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
                    [.. ofFacts[id].OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).Select(f => new HeldFact(f))]
                )
            );
    }
}
