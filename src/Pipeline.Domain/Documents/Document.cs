using Pipeline.Domain.Common;

namespace Pipeline.Domain.Documents;

/// <summary>A file of a project: what it is and who brought it. Its bytes can be removed, the record stays.</summary>
public sealed class Document : AggregateRoot
{
    private Document() { }

    /// <summary>A document whose bytes are, or are about to be, stored.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="title">What people call it; the file's name where left out.</param>
    /// <param name="fileName">As it was sent.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>invalid_text</c>.</exception>
    public Document(
        DocumentContent content,
        string? title,
        string fileName,
        DocumentKind kind,
        DocumentType type,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        (Id, ProjectId, ContentId) = (Guid.CreateVersion7(now), content.ProjectId, content.Id);
        FileName = Guard.Required(LastPart(fileName), "file", Limits.Name);
        Title = Guard.Optional(title, "title", Limits.Name) ?? FileName;
        (Kind, MediaType, Size, Sha256) = (kind, type.MediaType, content.Size, content.Sha256);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    /// <summary>Whose document.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The bytes; null once they are removed.</summary>
    public Guid? ContentId { get; private set; }

    /// <summary>What people call it.</summary>
    public string Title { get; private init; } = "";

    /// <summary>As it was sent, without folders.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>What it is to the project.</summary>
    public DocumentKind Kind { get; private init; }

    /// <summary>As its content says.</summary>
    public string MediaType { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>Of the bytes: 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Who brought it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When the bytes were removed (UTC); null while they are there.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Who removed them.</summary>
    public Guid? RemovedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? RemovalReason { get; private set; }

    /// <summary>Takes the bytes from it.</summary>
    /// <returns>The content that it no longer is of.</returns>
    /// <exception cref="RefusedException"><c>document_removed</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public Guid Remove(string? reason, Guid removedBy, DateTimeOffset now)
    {
        if (ContentId is not { } content)
            throw DocumentRefusals.Removed.Exception();
        RemovalReason = Guard.Required(reason, "reason", Limits.Paragraph);
        (ContentId, RemovedBy, RemovedAt) = (null, removedBy, now);
        Touch();
        return content;
    }

    // Some browsers send the folder too, in the form of whichever system they run on.
    private static string LastPart(string fileName) => fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
}
