using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Impacts;

/// <summary>An impact of a project.</summary>
public sealed record GetImpact(Guid ProjectId, Guid ImpactId) : IQuery<ProjectImpactReply>;

internal sealed class GetImpactHandler(Scope scope, ImpactReader impacts)
    : IRequestHandler<GetImpact, ProjectImpactReply>
{
    public async Task<ProjectImpactReply> Handle(GetImpact request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var found = await impacts.FindAsync(request.ProjectId, request.ImpactId, cancellationToken);
        return (await impacts.ShowAsync(request.ProjectId, [found], cancellationToken))[0];
    }
}
