using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Alliances;

/// <summary>The alliances of a project, the first one recorded first.</summary>
public sealed record ListAlliances(Guid ProjectId) : IQuery<Listed<AllianceReply>>;

internal sealed class ListAlliancesHandler(
    IPipelineDb db,
    Scope scope,
    DocumentStore documents,
    AllianceReader alliances
) : IRequestHandler<ListAlliances, Listed<AllianceReply>>
{
    public async Task<Listed<AllianceReply>> Handle(ListAlliances request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var project = await db.ProjectNameAsync(request.ProjectId, cancellationToken);
        var found = await documents.OfProjectAsync<Alliance>(
            DocumentKind.Alliance,
            request.ProjectId,
            cancellationToken
        );
        return new(await alliances.ShowAsync([.. found.Select(a => (a, project))], cancellationToken));
    }
}
