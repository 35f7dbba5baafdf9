namespace Pipeline.Domain.Documents;

/// <summary>The bytes of a file, which all equal documents of a project share. It goes with the last of them.</summary>
public sealed class DocumentContent
{
    private DocumentContent() { }

    /// <summary>What is about to be stored.</summary>
    public DocumentContent(Guid projectId, string sha256, long size, DateTimeOffset now) =>
        (Id, ProjectId, Sha256, Size) = (Guid.CreateVersion7(now), projectId, sha256, size);

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>64 hexadecimal digits; each once in a project.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }
}
