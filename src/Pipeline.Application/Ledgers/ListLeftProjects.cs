using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>The projects that a portfolio has left with commitments of its own in them, the latest first: their books are still closed. For its members.</summary>
public sealed record ListLeftProjects(Guid PortfolioId) : IQuery<Listed<LeftProjectReply>>;

/// <summary>A project that a portfolio has left.</summary>
/// <param name="ProjectId">The project, of which the portfolio sees its own ledger lines alone.</param>
/// <param name="Code">As it is listed.</param>
/// <param name="Name">As it is called.</param>
/// <param name="EndedOn">The first day on which the portfolio did not hold it.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftProjectReply(Guid ProjectId, string Code, string Name, DateOnly EndedOn, string Reason);

internal sealed class ListLeftProjectsHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<ListLeftProjects, Listed<LeftProjectReply>>
{
    public async Task<Listed<LeftProjectReply>> Handle(ListLeftProjects request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var ends = await db
            .HoldingEnds.Where(e =>
                e.PortfolioId == request.PortfolioId
                && !db.Holdings.Any(h =>
                    h.ProjectId == e.ProjectId && h.PortfolioId == request.PortfolioId && h.EndedAt == null
                )
                && db.Commitments.Any(c => c.ProjectId == e.ProjectId && c.PortfolioId == request.PortfolioId)
            )
            .Join(
                db.Projects.Where(p => p.VoidedAt == null),
                e => e.ProjectId,
                p => p.Id,
                (e, p) => new { End = e, Project = new { p.Code, p.Name } }
            )
            .OrderByDescending(left => left.End.EndedOn)
            .ThenByDescending(left => left.End.RecordedAt)
            .ThenBy(left => left.End.HoldingId)
            .ToListAsync(cancellationToken);
        return new([
            // Left, held again and left once more: the last end counts.
            .. ends.DistinctBy(left => left.End.ProjectId)
                .Select(left => new LeftProjectReply(
                    left.End.ProjectId,
                    left.Project.Code,
                    left.Project.Name,
                    left.End.EndedOn,
                    left.End.Reason
                )),
        ]);
    }
}
