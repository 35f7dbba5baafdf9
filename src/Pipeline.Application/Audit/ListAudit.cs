using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Audit;

/// <summary>Every change to anything, newest first; administrators only.</summary>
public sealed record ListAudit(FeedOf Feed) : IQuery<Feed<AuditEntryReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

internal sealed class ListAuditHandler(AuditReader reader, Scope scope)
    : IRequestHandler<ListAudit, Feed<AuditEntryReply>>
{
    public Task<Feed<AuditEntryReply>> Handle(ListAudit request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        return reader.ReadAsync(projectId: null, request.Feed, unseen: [], cancellationToken);
    }
}
