using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Where somebody may do what.</summary>
/// <param name="Portfolios">By code.</param>
/// <param name="Projects">That they own, by code; those that were voided are no more.</param>
internal sealed record Roles(IReadOnlyList<MyRole> Portfolios, IReadOnlyList<MyRole> Projects)
{
    public static async Task<Roles> ReadAsync(IPipelineDb db, Guid userId, CancellationToken cancellationToken)
    {
        var portfolios = await db
            .Members.Where(m => m.UserId == userId)
            .Join(
                db.Portfolios,
                m => m.PortfolioId,
                p => p.Id,
                (m, p) =>
                    new
                    {
                        p.Id,
                        p.Code,
                        m.Role,
                    }
            )
            .OrderBy(p => p.Code)
            .ToListAsync(cancellationToken);
        var projects = await db
            .Owners.Where(o => o.UserId == userId)
            .Join(
                db.Projects.Where(p => p.VoidedAt == null),
                o => o.ProjectId,
                p => p.Id,
                (o, p) => new { p.Id, p.Code }
            )
            .OrderBy(p => p.Code)
            .ToListAsync(cancellationToken);
        return new(
            [.. portfolios.Select(p => new MyRole(p.Id, p.Code, Codes.Of(p.Role)))],
            [.. projects.Select(p => new MyRole(p.Id, p.Code, "owner"))]
        );
    }
}
