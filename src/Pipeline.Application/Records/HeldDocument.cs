using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>A version of a document that several read: what it says is read once, however often it is asked for, and not kept as text beside.</summary>
internal sealed class HeldDocument
{
    private string? _json;
    private object? _read;

    public HeldDocument(DocumentVersion version)
    {
        (Key, Number, RecordedAt, RecordedBy) = (
            new(version.Kind, version.ProjectId, version.PortfolioId, version.DocumentId),
            version.Number,
            version.RecordedAt,
            version.RecordedBy
        );
        (_json, Size) = (version.Json, version.Json.Length);
    }

    /// <summary>Which document.</summary>
    public DocumentKey Key { get; }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>Who wrote it.</summary>
    public Guid RecordedBy { get; }

    /// <summary>How long it is.</summary>
    public int Size { get; }

    /// <summary>What it says; every kind is of one type.</summary>
    public T Terms<T>() => As<T>().Terms;

    /// <summary>As it is read.</summary>
    public Document<T> As<T>()
    {
        // In this order: whoever finds no text any more finds the document, which was there before it went.
        var json = Volatile.Read(ref _json);
        if (Volatile.Read(ref _read) is { } read)
            return (Document<T>)read;
        var document = new Document<T>(Key, Number, RecordedAt, RecordedBy, RecordJson.Read<T>(json!));
        Volatile.Write(ref _read, document);
        Volatile.Write(ref _json, null);
        return document;
    }
}
