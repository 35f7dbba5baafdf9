using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Documents;

/// <summary>What a document is, also once it was removed; everybody who sees it.</summary>
public sealed record GetDocument(Guid ProjectId, Guid DocumentId) : IQuery<DocumentReply>;

internal sealed class GetDocumentHandler(DocumentAccess access, IUserDirectory users)
    : IRequestHandler<GetDocument, DocumentReply>
{
    public async Task<DocumentReply> Handle(GetDocument request, CancellationToken cancellationToken)
    {
        var document = await access.FindAsync(request.ProjectId, request.DocumentId, cancellationToken);
        return DocumentReply.Of(document, await users.NamesAsync(DocumentReply.People(document), cancellationToken));
    }
}
