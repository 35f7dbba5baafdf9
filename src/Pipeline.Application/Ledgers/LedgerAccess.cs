using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>The way to a commitment that is about to be written on: rights checked, loaded whole together with the project whose version guards it.</summary>
public sealed class LedgerAccess(IPipelineDb db, Scope scope)
{
    /// <exception cref="Domain.Common.NotFoundException">Absent or out of scope.</exception>
    /// <exception cref="Domain.Common.ForbiddenException"><c>ledgers_not_permitted</c>.</exception>
    public async Task<(Project Project, Commitment Commitment, Guid UserId)> OpenAsync(
        Guid projectId,
        Guid commitmentId,
        CancellationToken cancellationToken
    )
    {
        var sight = await scope.InLedgerAsync(projectId, cancellationToken);
        await scope.RequireLineAsync(projectId, commitmentId, cancellationToken);
        var project = await db.LoadProjectAsync(projectId, version: null, cancellationToken);
        var commitment = await db.LoadCommitmentAsync(projectId, commitmentId, cancellationToken);
        // A co-funder's books are written by the co-funder's own people; to others of the project they are there to be read.
        await scope.RequireLedgersAsync(commitment.PortfolioId, cancellationToken);
        return (project, commitment, sight.UserId);
    }
}
