using Pipeline.Domain.Common;
using Pipeline.Domain.Records.Events;

namespace Pipeline.Domain.Records;

/// <summary>
/// A version of a document: written once, replaced by the next one, kept for ever (docs/adr/0030). What it says is checked by its own terms before it comes here.
/// </summary>
public sealed class DocumentVersion : EventSource, IAppendOnly
{
    /// <summary>What happened to a document of which nothing else is said.</summary>
    public const string Recorded = "recorded";

    private DocumentVersion() { }

    /// <summary>The next version of a document.</summary>
    /// <param name="number">The last version's number plus one.</param>
    /// <param name="json">The whole document.</param>
    /// <param name="happened">What its event says that happened to the document.</param>
    public DocumentVersion(
        DocumentKey key,
        int number,
        string json,
        Guid recordedBy,
        DateTimeOffset now,
        string happened = Recorded
    )
    {
        Id = Guid.CreateVersion7(now);
        (Kind, OwnerId, ProjectId, PortfolioId, DocumentId) = (
            key.Kind,
            key.OwnerId,
            key.ProjectId,
            key.PortfolioId,
            key.DocumentId
        );
        (Number, Json, RecordedBy, RecordedAt) = (number, json, recordedBy, now);
        Raise(
            new DocumentRecorded($"{Codes.Of(Kind)}.{happened}", now, DocumentId, Number)
            {
                ProjectId = ProjectId,
                PortfolioId = PortfolioId,
            }
        );
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it is a version of.</summary>
    public DocumentKind Kind { get; private init; }

    /// <summary>The project, or the portfolio where there is none, or the document where it is nobody's own.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>The project that the document is of; null for a portfolio's own.</summary>
    public Guid? ProjectId { get; private init; }

    /// <summary>The portfolio that the document is of, or ties the project to; else null.</summary>
    public Guid? PortfolioId { get; private init; }

    /// <summary>The document, the same in all of its versions.</summary>
    public Guid DocumentId { get; private init; }

    /// <summary>From 1 within the document.</summary>
    public int Number { get; private init; }

    /// <summary>The whole document, as the API gives it.</summary>
    public string Json { get; private init; } = "";

    /// <summary>Who wrote it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was written (UTC): it is what holds from this instant and this day on.</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
