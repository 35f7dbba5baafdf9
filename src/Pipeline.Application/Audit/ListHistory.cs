using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Audit;

/// <summary>Who changed what of a project and of what belongs to it, newest first; whoever sees the project.</summary>
public sealed record ListHistory(Guid ProjectId, FeedOf Feed) : IQuery<Feed<AuditEntryReply>>;

internal sealed class ListHistoryHandler(AuditReader reader, Scope scope)
    : IRequestHandler<ListHistory, Feed<AuditEntryReply>>
{
    public async Task<Feed<AuditEntryReply>> Handle(ListHistory request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        return await reader.ReadAsync(request.ProjectId, request.Feed, cancellationToken);
    }
}
