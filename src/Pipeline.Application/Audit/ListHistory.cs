using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Audit;

/// <summary>Who changed what of a project and of what belongs to it, newest first; whoever sees the project, and its managers once it was voided.</summary>
public sealed record ListHistory(Guid ProjectId, FeedOf Feed) : IQuery<Feed<AuditEntryReply>>;

internal sealed class ListHistoryHandler(AuditReader reader, Scope scope)
    : IRequestHandler<ListHistory, Feed<AuditEntryReply>>
{
    public async Task<Feed<AuditEntryReply>> Handle(ListHistory request, CancellationToken cancellationToken)
    {
        await scope.RequireHistoryAsync(request.ProjectId, cancellationToken);
        return await reader.ReadAsync(request.ProjectId, request.Feed, cancellationToken);
    }
}
