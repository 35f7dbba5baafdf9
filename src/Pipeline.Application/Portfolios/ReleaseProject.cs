using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>Takes a project out of a co-funding portfolio; a manager of the portfolio.</summary>
public sealed record ReleaseProject(Guid PortfolioId, Guid ProjectId) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly, ProjectRefusals.LeadHoldingRequired];
}

internal sealed class ReleaseProjectHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<ReleaseProject, Unit>
{
    public async Task<Unit> Handle(ReleaseProject request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var project = await db.LoadProjectAsync(request.ProjectId, version: null, cancellationToken);
        if (!project.ReleaseFrom(request.PortfolioId, time.GetUtcNow()))
            throw NotFoundException.Of("holding", "détention");
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
