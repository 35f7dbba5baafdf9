using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Takes back a project that was entered by mistake, with nothing delivered; a manager of the lead portfolio.</summary>
public sealed record VoidProject(Guid ProjectId, VoidBody Body) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.ManagersOnly, ProjectRefusals.ProjectHasDeliveries];
}

/// <summary>Why it should never have been entered.</summary>
public sealed record VoidBody([property: StringLength(Limits.Paragraph)] string Reason);

internal sealed class VoidProjectHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<VoidProject, Unit>
{
    public async Task<Unit> Handle(VoidProject request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireManager();
        await db.VoidAsync(
            [request.ProjectId],
            request.Body.Reason,
            rights.UserId,
            time.GetUtcNow(),
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
