using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Impacts;

/// <summary>The impacts of a project, the first one recorded first.</summary>
public sealed record ListImpacts(Guid ProjectId) : IQuery<Listed<ProjectImpactReply>>;

internal sealed class ListImpactsHandler(Scope scope, DocumentStore documents, ImpactReader impacts)
    : IRequestHandler<ListImpacts, Listed<ProjectImpactReply>>
{
    public async Task<Listed<ProjectImpactReply>> Handle(ListImpacts request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var found = await documents.OfProjectAsync<Impact>(DocumentKind.Impact, request.ProjectId, cancellationToken);
        return new(await impacts.ShowAsync(request.ProjectId, found, cancellationToken));
    }
}
