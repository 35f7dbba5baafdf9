using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;

namespace Pipeline.Application.Impacts;

/// <summary>Adds an impact to a project; owners and managers.</summary>
public sealed record CreateImpact(Guid ProjectId, Impact Body) : ICommand<ProjectImpactReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => ImpactWriter.Refusals;
}

internal sealed class CreateImpactHandler(Scope scope, ImpactWriter writer, TimeProvider time)
    : IRequestHandler<CreateImpact, ProjectImpactReply>
{
    public async Task<ProjectImpactReply> Handle(CreateImpact request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var id = Guid.CreateVersion7(time.GetUtcNow());
        return await writer.WriteAsync(rights, id, expected: null, request.Body, cancellationToken);
    }
}
