using System.Diagnostics.CodeAnalysis;
using LinqKit;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
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

    /// <summary>The projects that exist for the caller; one that was voided does for nobody.</summary>
    public IQueryable<Project> Projects
    {
        get
        {
            var standing = db.Projects.Where(p => p.VoidedAt == null);
            if (caller.IsAdministrator)
                return standing;
            if (caller.Key is { PortfolioId: var open })
                return standing.Where(p =>
                    db.Holdings.Any(h => h.ProjectId == p.Id && h.EndedAt == null && h.PortfolioId == open)
                );
            return standing.Where(p =>
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
    /// The commitments that the caller sees line by line: in the books of the caller's portfolios, which keep them when a project has been left; of projects
    /// that the caller owns; and of those that a portfolio leads whose ledgers the caller keeps. Everybody else's are sums.
    /// </summary>
    public IQueryable<Commitment> Commitments
    {
        get
        {
            var standing = db.Commitments.Where(c =>
                !db.Projects.Where(p => p.VoidedAt != null).Select(p => p.Id).Contains(c.ProjectId)
            );
            if (caller.IsAdministrator)
                return standing;
            if (caller.Key is { PortfolioId: var open } key)
                return PortfolioRights.KeepLedgers.Contains(key.Role)
                    ? standing.Where(c =>
                        c.PortfolioId == open || db.Projects.Any(p => p.Id == c.ProjectId && p.LeadPortfolioId == open)
                    )
                    : standing.Where(c => c.PortfolioId == open);
            return standing.Where(c =>
                db.Members.Any(m => m.PortfolioId == c.PortfolioId && m.UserId == caller.UserId)
                || db.Owners.Any(o => o.ProjectId == c.ProjectId && o.UserId == caller.UserId)
                || db.Projects.Any(p =>
                    p.Id == c.ProjectId
                    && db.Members.Any(m =>
                        m.PortfolioId == p.LeadPortfolioId
                        && m.UserId == caller.UserId
                        && PortfolioRights.KeepLedgers.Contains(m.Role)
                    )
                )
            );
        }
    }

    /// <summary>
    /// Versions of documents that the caller may read of the projects in scope: all but the agreements that other funds have, which are seen as their ledger
    /// lines are (docs/adr/0021), and drafts of progress reports, which only those read who write them.
    /// </summary>
    public IQueryable<DocumentVersion> Documents
    {
        get
        {
            if (caller.IsAdministrator)
                return db.DocumentVersions;
            if (caller.Key is { PortfolioId: var open } key)
            {
                var keeps = PortfolioRights.KeepLedgers.Contains(key.Role);
                return db.DocumentVersions.Where(v =>
                    v.Kind != DocumentKind.ProgressDraft
                    && (
                        v.Kind != DocumentKind.Agreement
                        || v.PortfolioId == open
                        || (keeps && db.Projects.Any(p => p.Id == v.ProjectId && p.LeadPortfolioId == open))
                    )
                );
            }
            return db.DocumentVersions.Where(v =>
                (v.Kind != DocumentKind.Agreement && v.Kind != DocumentKind.ProgressDraft)
                || (
                    v.Kind == DocumentKind.Agreement
                    && db.Members.Any(m => m.PortfolioId == v.PortfolioId && m.UserId == caller.UserId)
                )
                || db.Owners.Any(o => o.ProjectId == v.ProjectId && o.UserId == caller.UserId)
                || db.Projects.Any(p =>
                    p.Id == v.ProjectId
                    && db.Members.Any(m =>
                        m.PortfolioId == p.LeadPortfolioId
                        && m.UserId == caller.UserId
                        && (
                            v.Kind == DocumentKind.ProgressDraft
                                ? m.Role == PortfolioRole.Manager
                                : PortfolioRights.KeepLedgers.Contains(m.Role)
                        )
                    )
                )
            );
        }
    }

    /// <summary>For what a project and a portfolio have agreed on.</summary>
    /// <exception cref="NotFoundException">They have no agreement, or it is out of scope.</exception>
    public async Task RequireAgreementAsync(Guid projectId, Guid portfolioId, CancellationToken cancellationToken)
    {
        if (
            !await Documents.AnyAsync(
                v => v.OwnerId == projectId && v.Kind == DocumentKind.Agreement && v.PortfolioId == portfolioId,
                cancellationToken
            )
        )
            throw NotFoundException.Of("agreement", "convention");
    }

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

    /// <summary>
    /// How the caller sees a project's ledger. A portfolio that has left the project still sees its own lines, to close them; nothing else of it.
    /// </summary>
    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    public async Task<LedgerSight> InLedgerAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var reach = await AskAsync(Reached, projectId, default, cancellationToken);
        if (Reaches(reach))
            return SightOf(RightsOf(projectId, reach));
        if (!await Commitments.AnyAsync(c => c.ProjectId == projectId, cancellationToken))
            throw NotFoundException.Of("project", "projet");
        return new(caller.UserId, EveryLine: false, OthersSums: false);
    }

    /// <summary>A ledger line that the caller sees.</summary>
    /// <exception cref="NotFoundException">No such commitment of this project, or out of scope.</exception>
    public async Task RequireLineAsync(Guid projectId, Guid commitmentId, CancellationToken cancellationToken)
    {
        if (!await Commitments.AnyAsync(c => c.ProjectId == projectId && c.Id == commitmentId, cancellationToken))
            throw NotFoundException.Of("commitment", "engagement");
    }

    /// <summary>
    /// For what is told of a project that was: how the caller sees its ledger, also of one that was voided, which is still there for managers of its lead
    /// portfolio and for administrators.
    /// </summary>
    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    public async Task<LedgerSight> InHistoryAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var reach = await AskAsync(Reached, projectId, default, cancellationToken);
        if (reach is { Voided: true } && (caller.IsAdministrator || reach.LeadRole == PortfolioRole.Manager))
            return new(caller.UserId, EveryLine: true, OthersSums: true, Diagnoses: true);
        return SightOf(RightsOf(projectId, reach));
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
        if (!Reaches(reach))
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

    private bool Reaches([NotNullWhen(true)] ProjectReach? reach) =>
        reach is { Voided: false } && (caller.IsAdministrator || reach.Owns || reach.Holds);

    private static LedgerSight SightOf(ProjectRights rights) =>
        new(
            rights.UserId,
            rights.IsAdministrator
                || rights.Owns
                || (rights.LeadRole is { } role && PortfolioRights.KeepLedgers.Contains(role)),
            OthersSums: true,
            rights.Describes
        );

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
    public bool KeepsLedgers => IsAdministrator || (Role is { } role && KeepLedgers.Contains(role));

    /// <summary>The roles that record commitments and deliveries.</summary>
    internal static readonly PortfolioRole[] KeepLedgers = [PortfolioRole.Manager, PortfolioRole.Finance];

    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    internal PortfolioRights RequireManager() => Manages ? this : throw AccessRefusals.ManagersOnly.Exception();

    /// <exception cref="ForbiddenException"><c>ledgers_not_permitted</c>.</exception>
    internal PortfolioRights RequireLedgers() =>
        KeepsLedgers ? this : throw AccessRefusals.LedgersNotPermitted.Exception();
}

/// <summary>What a caller sees of a project's ledger beside the lines of <see cref="Scope.Commitments"/>.</summary>
/// <param name="EveryLine">Sees every portfolio's lines: owners, those who keep the lead's ledgers, administrators.</param>
/// <param name="OthersSums">Sees what others keep as sums: the project is in scope.</param>
/// <param name="Diagnoses">Sees how the project placed itself: owners and managers.</param>
public sealed record LedgerSight(Guid UserId, bool EveryLine, bool OthersSums, bool Diagnoses = false);

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
