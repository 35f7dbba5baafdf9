using System.Linq.Expressions;
using LinqKit;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Access;

/// <summary>What <see cref="Scope.Projects"/> says of all projects, of one: how far a caller reaches into it.</summary>
internal sealed class ProjectReach
{
    public Guid LeadPortfolioId { get; init; }

    /// <summary>Was entered by mistake and taken back.</summary>
    public bool Voided { get; init; }

    /// <summary>Is one of its owners.</summary>
    public bool Owns { get; init; }

    /// <summary>Has a role, or a key, in a portfolio that holds it.</summary>
    public bool Holds { get; init; }

    /// <summary>The role in its lead portfolio; a key brings its own.</summary>
    public PortfolioRole? LeadRole { get; init; }
}

/// <summary>
/// A compiled query of one project that says, in the same command, how far its caller reaches into it: once for people and once for keys, which reach through
/// other tables.
/// </summary>
/// <param name="query">
/// Makes the query. It is given the reach to be put in (<c>reach.Invoke(db, p, userOrPortfolioId)</c>), and takes the context, the project's id, the person or the
/// portfolio that a key opens, and the day.
/// </param>
internal sealed class ReachQuery<TRow>(
    Func<
        Expression<Func<DbContext, Project, Guid, ProjectReach>>,
        Expression<Func<DbContext, Guid, Guid, DateOnly, IQueryable<TRow>>>
    > query
)
    where TRow : class
{
    private static readonly Expression<Func<DbContext, Project, Guid, ProjectReach>> OfPerson = (db, p, userId) =>
        new ProjectReach
        {
            LeadPortfolioId = p.LeadPortfolioId,
            Voided = p.VoidedAt != null,
            Owns = db.Set<ProjectOwner>().Any(o => o.ProjectId == p.Id && o.UserId == userId),
            Holds = db.Set<Holding>()
                .Any(h =>
                    h.ProjectId == p.Id
                    && h.EndedAt == null
                    && db.Set<PortfolioMember>().Any(m => m.PortfolioId == h.PortfolioId && m.UserId == userId)
                ),
            LeadRole = db.Set<PortfolioMember>()
                .Where(m => m.PortfolioId == p.LeadPortfolioId && m.UserId == userId)
                .Select(m => (PortfolioRole?)m.Role)
                .FirstOrDefault(),
        };

    private static readonly Expression<Func<DbContext, Project, Guid, ProjectReach>> OfKey = (db, p, portfolioId) =>
        new ProjectReach
        {
            LeadPortfolioId = p.LeadPortfolioId,
            Voided = p.VoidedAt != null,
            Holds = db.Set<Holding>()
                .Any(h => h.ProjectId == p.Id && h.EndedAt == null && h.PortfolioId == portfolioId),
        };

    private readonly Func<IPipelineDb, Guid, Guid, DateOnly, IAsyncEnumerable<TRow>> _ofPerson = Compiled.Query(
        query(OfPerson).Expand()
    );

    private readonly Func<IPipelineDb, Guid, Guid, DateOnly, IAsyncEnumerable<TRow>> _ofKey = Compiled.Query(
        query(OfKey).Expand()
    );

    /// <summary>The project's row, whether or not the caller may see it; null where there is no such project.</summary>
    public async Task<TRow?> FirstOrDefaultAsync(
        IPipelineDb db,
        Guid projectId,
        ICaller caller,
        DateOnly today,
        CancellationToken cancellationToken
    ) =>
        await (
            caller.Key is { PortfolioId: var open }
                ? _ofKey(db, projectId, open, today)
                : _ofPerson(db, projectId, caller.UserId, today)
        ).FirstOrDefaultAsync(cancellationToken);
}
