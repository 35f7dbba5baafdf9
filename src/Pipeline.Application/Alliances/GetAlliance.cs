using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;

namespace Pipeline.Application.Alliances;

/// <summary>An alliance of a project.</summary>
public sealed record GetAlliance(Guid ProjectId, Guid AllianceId) : IQuery<AllianceReply>;

internal sealed class GetAllianceHandler(IPipelineDb db, Scope scope, AllianceReader alliances)
    : IRequestHandler<GetAlliance, AllianceReply>
{
    public async Task<AllianceReply> Handle(GetAlliance request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var found = await alliances.FindAsync(request.ProjectId, request.AllianceId, cancellationToken);
        var project = await db.ProjectNameAsync(request.ProjectId, cancellationToken);
        return (await alliances.ShowAsync([(found, project)], cancellationToken))[0];
    }
}
