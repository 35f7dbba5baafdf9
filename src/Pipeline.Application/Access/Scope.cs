using LinqKit;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Access;

/// <summary>
/// What a caller can see and do. Out of scope reads as absent (404), in scope but not permitted is 403: every use case asks here and nowhere else.
/// </summary>
public sealed class Scope(IPipelineDb db, ICaller caller)
{
    private static readonly ReachQuery<ProjectReach> Reached = new(reach =>
        (db, projectId, userOrPortfolioId, today) =>
            db.Set<Project>().Where(p => p.Id == projectId).Select(p => reach.Invoke(db, p, userOrPortfolioId))
    );

    private static readonly Func<IPipelineDb, Guid, Guid, IAsyncEnumerable<PortfolioRole>> Role = Compiled.Query(
        (DbContext db, Guid portfolioId, Guid userId) =>
            db.Set<PortfolioMember>().Where(m => m.PortfolioId == portfolioId && m.UserId == userId).Select(m => m.Role)
    );

    /// <summary>The projects that exist for the caller.</summary>
    public IQueryable<Project> Projects
    {
        get
        {
            if (caller.IsAdministrator)
                return db.Projects;
            if (caller.Key is { PortfolioId: var open })
                return db.Projects.Where(p =>
                    db.Holdings.Any(h => h.ProjectId == p.Id && h.EndedAt == null && h.PortfolioId == open)
                );
            return db.Projects.Where(p =>
                db.Owners.Any(o => o.ProjectId == p.Id && o.UserId == caller.UserId)
                || db.Holdings.Any(h =>
                    h.ProjectId == p.Id
                    && h.EndedAt == null
                    && db.Members.Any(m => m.PortfolioId == h.PortfolioId && m.UserId == caller.UserId)
                )
            );
        }
    }

    /// <summary>Whether a portfolio exists for the caller: then every project that it holds does, and none has to be asked about by itself.</summary>
    public Task<bool> SeesPortfolioAsync(Guid portfolioId, CancellationToken cancellationToken) =>
        Portfolios.AnyAsync(p => p.Id == portfolioId, cancellationToken);

    /// <summary>The portfolios that exist for the caller.</summary>
    public IQueryable<Portfolio> Portfolios
    {
        get
        {
            if (caller.IsAdministrator)
                return db.Portfolios;
            if (caller.Key is { PortfolioId: var open })
                return db.Portfolios.Where(p => p.Id == open);
            return db.Portfolios.Where(p => db.Members.Any(m => m.PortfolioId == p.Id && m.UserId == caller.UserId));
        }
    }

    /// <summary>For what belongs to a person and not to a machine: sessions, passwords.</summary>
    /// <returns>The person.</returns>
    /// <exception cref="ForbiddenException"><c>people_only</c>.</exception>
    public Guid RequirePerson() => caller.Key is null ? caller.UserId : throw AccessRefusals.PeopleOnly.Exception();

    /// <summary>
    /// The commitments that exist for the caller: of the projects that do, and in the books of the caller's portfolios, which keep them when a project has
    /// been released (the dashboard counts them there, too).
    /// </summary>
    public IQueryable<Commitment> Commitments =>
        caller.IsAdministrator
            ? db.Commitments
            : db.Commitments.Where(c =>
                Projects.Any(p => p.Id == c.ProjectId) || Portfolios.Any(p => p.Id == c.PortfolioId)
            );

    /// <summary>For what only administrators do.</summary>
    /// <exception cref="ForbiddenException"><c>administrators_only</c>.</exception>
    public void RequireAdministrator()
    {
        if (!caller.IsAdministrator)
            throw AccessRefusals.AdministratorsOnly.Exception();
    }

    /// <summary>Somebody who may add to the shared directory: an administrator, or a manager of any portfolio.</summary>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public async Task RequireManagerOfAnyAsync(CancellationToken cancellationToken)
    {
        if (
            !caller.IsAdministrator
            && !await db.Members.AnyAsync(
                m => m.UserId == caller.UserId && m.Role == PortfolioRole.Manager,
                cancellationToken
            )
        )
            throw AccessRefusals.ManagersOnly.Exception();
    }

    /// <summary>The caller's rights in a portfolio.</summary>
    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    public async Task<PortfolioRights> InPortfolioAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        var role = await RoleInAsync(portfolioId, cancellationToken);
        if (
            role is null
            && !(caller.IsAdministrator && await db.Portfolios.AnyAsync(p => p.Id == portfolioId, cancellationToken))
        )
            throw NotFoundException.Of("portfolio", "portefeuille");
        return new(portfolioId, caller.IsAdministrator, role);
    }

    /// <summary>The caller's rights over a project.</summary>
    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    public async Task<ProjectRights> InProjectAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var reach = await AskAsync(Reached, projectId, default, cancellationToken);
        return RightsOf(projectId, reach);
    }

    /// <summary>Asks a query of one project in the caller's name; what it says of the caller's reach is to be put to <see cref="RightsOf"/>.</summary>
    internal Task<TRow?> AskAsync<TRow>(
        ReachQuery<TRow> query,
        Guid projectId,
        DateOnly today,
        CancellationToken cancellationToken
    )
        where TRow : class => query.FirstOrDefaultAsync(db, projectId, caller, today, cancellationToken);

    /// <summary>The caller's rights, from what a query said of their reach.</summary>
    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    internal ProjectRights RightsOf(Guid projectId, ProjectReach? reach)
    {
        if (reach is null || !(caller.IsAdministrator || reach.Owns || reach.Holds))
            throw NotFoundException.Of("project", "projet");
        return new(
            projectId,
            reach.LeadPortfolioId,
            caller.UserId,
            caller.IsAdministrator,
            reach.Owns,
            caller.Key is { } key ? RoleOf(key, reach.LeadPortfolioId) : reach.LeadRole
        );
    }

    /// <summary>For writes on a ledger line that the caller can see through its project, whichever portfolio keeps it.</summary>
    /// <exception cref="ForbiddenException"><c>ledgers_not_permitted</c>.</exception>
    public async Task RequireLedgersAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        var role = await RoleInAsync(portfolioId, cancellationToken);
        new PortfolioRights(portfolioId, caller.IsAdministrator, role).RequireLedgers();
    }

    /// <summary>Whether the caller manages a portfolio, which may be one that they do not see.</summary>
    public async Task<bool> ManagesAsync(Guid portfolioId, CancellationToken cancellationToken) =>
        new PortfolioRights(
            portfolioId,
            caller.IsAdministrator,
            await RoleInAsync(portfolioId, cancellationToken)
        ).Manages;

    // Also asked where the caller sees a project through another portfolio: a key has a role in its own alone.
    private async Task<PortfolioRole?> RoleInAsync(Guid portfolioId, CancellationToken cancellationToken) =>
        caller.Key is { } key
            ? RoleOf(key, portfolioId)
            : await Role(db, portfolioId, caller.UserId)
                .Select(r => (PortfolioRole?)r)
                .FirstOrDefaultAsync(cancellationToken);

    private static PortfolioRole? RoleOf(ApiKeyRights key, Guid portfolioId) =>
        key.PortfolioId == portfolioId ? key.Role : null;
}

/// <summary>What a caller may do in a portfolio that they can see.</summary>
public sealed record PortfolioRights(Guid PortfolioId, bool IsAdministrator, PortfolioRole? Role)
{
    /// <summary>Manages it.</summary>
    public bool Manages => IsAdministrator || Role == PortfolioRole.Manager;

    /// <summary>Records commitments and deliveries.</summary>
    public bool KeepsLedgers => Manages || Role == PortfolioRole.Finance;

    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    internal PortfolioRights RequireManager() => Manages ? this : throw AccessRefusals.ManagersOnly.Exception();

    /// <exception cref="ForbiddenException"><c>ledgers_not_permitted</c>.</exception>
    internal PortfolioRights RequireLedgers() =>
        KeepsLedgers ? this : throw AccessRefusals.LedgersNotPermitted.Exception();
}

/// <summary>What a caller may do with a project that they can see.</summary>
public sealed record ProjectRights(
    Guid ProjectId,
    Guid LeadPortfolioId,
    Guid UserId,
    bool IsAdministrator,
    bool Owns,
    PortfolioRole? LeadRole
)
{
    /// <summary>Manager of the lead portfolio, or administrator.</summary>
    public bool Manages => IsAdministrator || LeadRole == PortfolioRole.Manager;

    /// <summary>Describes it and reports its transitions.</summary>
    public bool Describes => Manages || Owns;

    /// <summary>The same, as the domain asks for it.</summary>
    public Actor Actor => new(UserId, Describes, Manages);

    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    internal ProjectRights RequireManager() => Manages ? this : throw AccessRefusals.ManagersOnly.Exception();

    /// <exception cref="ForbiddenException"><c>describing_not_permitted</c>.</exception>
    internal ProjectRights RequireDescriber() =>
        Describes ? this : throw AccessRefusals.DescribingNotPermitted.Exception();
}
