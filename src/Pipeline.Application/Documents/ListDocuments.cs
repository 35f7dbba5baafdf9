using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Documents;

/// <summary>The documents of a project that are there, the latest first; everybody who sees the project.</summary>
public sealed record ListDocuments(Guid ProjectId, PageOf Page) : IQuery<Paged<DocumentReply>>;

internal sealed class ListDocumentsHandler(DocumentAccess access, IUserDirectory users)
    : IRequestHandler<ListDocuments, Paged<DocumentReply>>
{
    public async Task<Paged<DocumentReply>> Handle(ListDocuments request, CancellationToken cancellationToken)
    {
        var page = await (await access.InAsync(request.ProjectId, cancellationToken))
            .AsNoTracking()
            .Where(d => d.RemovedAt == null)
            .OrderByDescending(d => d.RecordedAt)
            .ThenByDescending(d => d.Id)
            .ToPageAsync(request.Page, cancellationToken);
        var names = await users.NamesAsync(page.Items.SelectMany(DocumentReply.People), cancellationToken);
        return page.Select(d => DocumentReply.Of(d, names));
    }
}
