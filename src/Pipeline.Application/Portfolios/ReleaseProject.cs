using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>Undoes a co-funding of today that has no money; a manager of the portfolio. Any other one is ended: <see cref="EndHolding"/>.</summary>
public sealed record ReleaseProject(Guid PortfolioId, Guid ProjectId) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.ManagersOnly, ProjectRefusals.LeadHoldingRequired, ProjectRefusals.HoldingToBeEnded];
}

internal sealed class ReleaseProjectHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<ReleaseProject, Unit>
{
    public async Task<Unit> Handle(ReleaseProject request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var project = await db.LoadProjectAsync(request.ProjectId, version: null, cancellationToken);
        var hasMoney = await db.Commitments.AnyAsync(
            c => c.ProjectId == request.ProjectId && c.PortfolioId == request.PortfolioId,
            cancellationToken
        );
        if (!project.ReleaseFrom(request.PortfolioId, hasMoney, time.GetUtcNow()))
            throw NotFoundException.Of("holding", "détention");
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
