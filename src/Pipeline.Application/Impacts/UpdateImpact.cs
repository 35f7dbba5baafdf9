using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;

namespace Pipeline.Application.Impacts;

/// <summary>Writes the next version of an impact; owners and managers.</summary>
public sealed record UpdateImpact(Guid ProjectId, Guid ImpactId, long? Version, Impact Body)
    : ICommand<ProjectImpactReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => ImpactWriter.Refusals;
}

internal sealed class UpdateImpactHandler(Scope scope, ImpactReader impacts, ImpactWriter writer)
    : IRequestHandler<UpdateImpact, ProjectImpactReply>
{
    public async Task<ProjectImpactReply> Handle(UpdateImpact request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        await impacts.FindAsync(request.ProjectId, request.ImpactId, cancellationToken);
        return await writer.WriteAsync(rights, request.ImpactId, request.Version, request.Body, cancellationToken);
    }
}
