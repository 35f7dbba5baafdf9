using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Projects;

/// <summary>Ends somebody's ownership of a project; its managers.</summary>
public sealed record RemoveOwner(Guid ProjectId, Guid UserId) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

internal sealed class RemoveOwnerHandler(IPipelineDb db, Scope scope) : IRequestHandler<RemoveOwner, Unit>
{
    public async Task<Unit> Handle(RemoveOwner request, CancellationToken cancellationToken)
    {
        (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireManager();
        var project = await db.LoadProjectAsync(request.ProjectId, version: null, cancellationToken);
        if (!project.RemoveOwner(request.UserId))
            throw NotFoundException.Of("owner", "porteur");
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
