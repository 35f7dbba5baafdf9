using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Common;

/// <summary>The named loaders: each aggregate comes whole, or not at all (404).</summary>
public static class Loaders
{
    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Project>> Whole = Compiled.Query(
        (DbContext db, Guid id) =>
            db.Set<Project>()
                .Include(p => p.Territories)
                .Include(p => p.Stakeholders)
                .Include(p => p.Owners)
                .Include(p => p.Transitions)
                    .ThenInclude(t => t.Decision)
                .Include(p => p.Transitions)
                    .ThenInclude(t => t.Effect)
                .Where(p => p.Id == id)
    );

    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Project>> WithHistory = Compiled.Query(
        (DbContext db, Guid id) =>
            db.Set<Project>()
                .Include(p => p.Transitions)
                    .ThenInclude(t => t.Decision)
                .Include(p => p.Transitions)
                    .ThenInclude(t => t.Effect)
                .Where(p => p.Id == id)
    );

    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<ProjectTag>> Tags = Compiled.Query(
        (DbContext db, Guid id) => db.Set<ProjectTag>().Where(t => t.ProjectId == id && t.EndedAt == null)
    );

    // With those that ended by a day: a portfolio that comes back does so from a day on.
    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Holding>> Holdings = Compiled.Query(
        (DbContext db, Guid id) =>
            db.Set<Holding>().Where(h => h.ProjectId == id && (h.EndedAt == null || h.EndedOn != null))
    );

    /// <summary>A project with everything its verbs look at. Retired tags, and holdings that never should have been, stay where they are: no verb reads them.</summary>
    /// <param name="evenVoided">One that was taken back too.</param>
    /// <exception cref="NotFoundException">No such project, or it was taken back, be it since it was looked for.</exception>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public static async Task<Project> LoadProjectAsync(
        this IPipelineDb db,
        Guid id,
        long? version,
        CancellationToken cancellationToken,
        bool evenVoided = false
    )
    {
        var project = await FirstAsync(Whole(db, id), version, evenVoided, cancellationToken);
        // Loading fills the project's own lists: EF ties what it knows together.
        await Tags(db, id).CountAsync(cancellationToken);
        await Holdings(db, id).CountAsync(cancellationToken);
        return project;
    }

    /// <summary>
    /// A project with its history and nothing else: what the verbs of its lifecycle look at. Whatever else they judge comes to them as
    /// <see cref="GateFacts"/>.
    /// </summary>
    /// <exception cref="NotFoundException">No such project.</exception>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public static Task<Project> LoadHistoryAsync(
        this IPipelineDb db,
        Guid id,
        long? version,
        CancellationToken cancellationToken
    ) => FirstAsync(WithHistory(db, id), version, evenVoided: false, cancellationToken);

    /// <summary>A project by itself, whose version a fact or a document of it raises.</summary>
    /// <exception cref="NotFoundException">It was taken back since it was looked for.</exception>
    public static async Task<Project> LoadStandingAsync(
        this IPipelineDb db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db.Projects.FirstOrDefaultAsync(p => p.Id == id && p.VoidedAt == null, cancellationToken)
        ?? throw NotFoundException.Of("project", "projet");

    private static async Task<Project> FirstAsync(
        IAsyncEnumerable<Project> projects,
        long? version,
        bool evenVoided,
        CancellationToken cancellationToken
    )
    {
        var project = await projects.FirstOrDefaultAsync(cancellationToken);
        // Between the look that found it in scope and this one it can have been taken back.
        if (project is null || (project.VoidedAt is not null && !evenVoided))
            throw NotFoundException.Of("project", "projet");
        if (version is { } expected)
            project.RequireVersion(expected);
        return project;
    }

    /// <summary>A portfolio with its members.</summary>
    /// <exception cref="NotFoundException">No such portfolio.</exception>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public static async Task<Portfolio> LoadPortfolioAsync(
        this IPipelineDb db,
        Guid id,
        long? version,
        CancellationToken cancellationToken
    )
    {
        var portfolio =
            await db.Portfolios.Include(p => p.Members).FirstOrDefaultAsync(p => p.Id == id, cancellationToken)
            ?? throw NotFoundException.Of("portfolio", "portefeuille");
        if (version is { } expected)
            portfolio.RequireVersion(expected);
        return portfolio;
    }

    /// <summary>A commitment with its deliveries.</summary>
    /// <exception cref="NotFoundException">No such commitment of this project.</exception>
    public static async Task<Commitment> LoadCommitmentAsync(
        this IPipelineDb db,
        Guid projectId,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db
            .Commitments.Include(c => c.Deliveries)
            .Include(c => c.Cancellation)
            .FirstOrDefaultAsync(c => c.ProjectId == projectId && c.Id == id, cancellationToken)
        ?? throw NotFoundException.Of("commitment", "engagement");
}
