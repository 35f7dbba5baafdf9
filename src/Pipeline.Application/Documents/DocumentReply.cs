using Pipeline.Application.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>A document, without its bytes.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Title">What people call it.</param>
/// <param name="FileName">As it was sent.</param>
/// <param name="Kind">What it is to the project.</param>
/// <param name="MediaType">As its content says.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="RecordedAt">When (UTC).</param>
/// <param name="RecordedBy">Who brought it.</param>
/// <param name="Removal">That its bytes were removed; null while they are there.</param>
public sealed record DocumentReply(
    Guid Id,
    string Title,
    string FileName,
    DocumentKind Kind,
    string MediaType,
    long Size,
    string Sha256,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy,
    DocumentRemovalReply? Removal
)
{
    /// <summary>The people that a document names.</summary>
    internal static IEnumerable<Guid> People(Document d) =>
        d.RemovedBy is { } removedBy ? [d.RecordedBy, removedBy] : [d.RecordedBy];

    internal static DocumentReply Of(Document d, IReadOnlyDictionary<Guid, string> names)
    {
        return new(
            d.Id,
            d.Title,
            d.FileName,
            d.Kind,
            d.MediaType,
            d.Size,
            d.Sha256,
            d.RecordedAt,
            Person(d.RecordedBy),
            d is { RemovedAt: { } at, RemovedBy: { } by, RemovalReason: { } reason }
                ? new(reason, at, Person(by))
                : null
        );

        NamedRef Person(Guid id) => new(id, names.GetValueOrDefault(id, ""));
    }
}
