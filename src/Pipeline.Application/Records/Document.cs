using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>A version of a document, read.</summary>
/// <param name="Key">Which document.</param>
/// <param name="Version">From 1.</param>
/// <param name="RecordedAt">When this version was written (UTC).</param>
/// <param name="RecordedBy">Who wrote it.</param>
/// <param name="Terms">What it says.</param>
public sealed record Document<T>(DocumentKey Key, int Version, DateTimeOffset RecordedAt, Guid RecordedBy, T Terms)
{
    /// <summary>The document's id.</summary>
    public Guid Id => Key.DocumentId;

    internal static Document<T> Of(DocumentVersion version) =>
        new(
            new(version.Kind, version.ProjectId, version.PortfolioId, version.DocumentId),
            version.Number,
            version.RecordedAt,
            version.RecordedBy,
            RecordJson.Read<T>(version.Json)
        );
}
