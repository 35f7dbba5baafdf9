using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>A document's bytes; everybody who sees it.</summary>
public sealed record GetDocumentContent(Guid ProjectId, Guid DocumentId) : IQuery<DocumentFile>;

/// <summary>A document to be sent.</summary>
/// <param name="FileName">As it came in, and by its end what its content is.</param>
/// <param name="MediaType">As its content says.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="RecordedAt">When it came in (UTC).</param>
/// <param name="Content">To be read from any place on, as long as the request lasts.</param>
public sealed record DocumentFile(
    string FileName,
    string MediaType,
    string Sha256,
    DateTimeOffset RecordedAt,
    Stream Content
);

internal sealed class GetDocumentContentHandler(IPipelineDb db, DocumentAccess access)
    : IRequestHandler<GetDocumentContent, DocumentFile>
{
    public async Task<DocumentFile> Handle(GetDocumentContent request, CancellationToken cancellationToken)
    {
        var document = await access.FindAsync(request.ProjectId, request.DocumentId, cancellationToken);
        if (document.ContentId is not { } content)
            throw DocumentAccess.Absent();
        return new(
            DocumentTypes.Of(document.MediaType).Naming(document.FileName),
            document.MediaType,
            document.Sha256,
            document.RecordedAt,
            new DocumentStream(db, content, document.Size)
        );
    }
}
