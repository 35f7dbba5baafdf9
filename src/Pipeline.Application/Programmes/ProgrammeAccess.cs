using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>
/// Opens the programmes of portfolios to a caller. They are read as they were known at an instant, whatever the day, since all that happens in them has a day of its
/// own: what was recorded afterwards is told with its own dates (docs/adr/0045).
/// </summary>
public sealed class ProgrammeAccess(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
{
    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.Programme,
        DocumentKind.Cohort,
        DocumentKind.Participation,
    ];

    /// <summary>The programmes of the portfolio that something belongs to.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="asOf">The day; null for today.</param>
    /// <param name="knownAt">The instant; null for all that is recorded.</param>
    /// <exception cref="NotFoundException">There is no such thing. Whether it is in sight, the view says.</exception>
    public async Task<ProgrammeView> OfAsync(
        DocumentKind kind,
        Guid id,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken
    )
    {
        var portfolioId =
            await db
                .DocumentVersions.Where(v => v.DocumentId == id && v.Kind == kind)
                .Select(v => v.PortfolioId)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw Absent(kind);
        var own = await OwnProjectsAsync(cancellationToken);
        var view = await AsOfView.OpenAsync(db, asOf, knownAt, time.GetUtcNow(), cancellationToken);
        return new(
            portfolioId,
            await scope.SeesPortfolioAsync(portfolioId, cancellationToken),
            own.Select(o => o.ProjectId).ToHashSet(),
            view.AsOf,
            view,
            await ReadAsync(
                db.Portfolios.Where(p => p.Id == portfolioId).Select(p => p.Id),
                view.KnownAt,
                cancellationToken
            )
        );
    }

    /// <summary>As it stands now.</summary>
    /// <inheritdoc cref="OfAsync(DocumentKind, Guid, DateOnly?, DateTimeOffset?, CancellationToken)" />
    public Task<ProgrammeView> OfAsync(DocumentKind kind, Guid id, CancellationToken cancellationToken) =>
        OfAsync(kind, id, asOf: null, knownAt: null, cancellationToken);

    /// <summary>As it stands now, to be judged and written: nobody else writes before the command has ended.</summary>
    /// <inheritdoc cref="OfAsync(DocumentKind, Guid, DateOnly?, DateTimeOffset?, CancellationToken)" />
    public async Task<ProgrammeView> ToWriteAsync(DocumentKind kind, Guid id, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(cancellationToken);
        return await OfAsync(kind, id, cancellationToken);
    }

    /// <summary>The programmes of a portfolio, to which one is added: nobody else writes before the command has ended.</summary>
    public async Task<IEnumerable<Document<Programme>>> ToAddToAsync(
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        await db.TakeTurnAsync(cancellationToken);
        return (await AllAsync(portfolioId, cancellationToken)).SelectMany(v => v.Programmes);
    }

    /// <summary>Everything that the caller sees now.</summary>
    /// <param name="portfolioId">Of this portfolio alone.</param>
    public async Task<IReadOnlyList<ProgrammeView>> AllAsync(Guid? portfolioId, CancellationToken cancellationToken)
    {
        var own = await OwnProjectsAsync(cancellationToken);
        var holders = own.Select(o => o.PortfolioId).Distinct().ToList();
        return await ReadAsync(
            db.Portfolios.Where(p =>
                (portfolioId == null || p.Id == portfolioId)
                && (scope.Portfolios.Any(s => s.Id == p.Id) || holders.Contains(p.Id))
            ),
            own.Select(o => o.ProjectId).ToHashSet(),
            asOf: null,
            knownAt: null,
            cancellationToken
        );
    }

    /// <summary>The programmes of the portfolios that hold a project, or held it, as far as the caller sees them.</summary>
    /// <param name="asOf">The day; null for today.</param>
    /// <param name="knownAt">The instant; null for all that is recorded.</param>
    public async Task<IReadOnlyList<ProgrammeView>> AroundAsync(
        Guid projectId,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken
    )
    {
        var own = (await OwnProjectsAsync(cancellationToken)).Select(o => o.ProjectId).ToHashSet();
        var owned = own.Contains(projectId);
        return await ReadAsync(
            db.Portfolios.Where(p =>
                db.Holdings.Any(h => h.ProjectId == projectId && h.PortfolioId == p.Id)
                && (owned || scope.Portfolios.Any(s => s.Id == p.Id))
            ),
            own,
            asOf,
            knownAt,
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<ProgrammeView>> ReadAsync(
        IQueryable<Portfolio> portfolios,
        IReadOnlySet<Guid> projects,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken
    )
    {
        var view = await AsOfView.OpenAsync(db, asOf, knownAt, time.GetUtcNow(), cancellationToken);
        var documents = await ReadAsync(portfolios.Select(p => p.Id), view.KnownAt, cancellationToken);
        var seen = (await scope.Portfolios.Select(p => p.Id).ToListAsync(cancellationToken)).ToHashSet();
        return
        [
            .. documents
                .GroupBy(d => d.OwnerId)
                .OrderBy(d => d.Key)
                .Select(d => new ProgrammeView(d.Key, seen.Contains(d.Key), projects, view.AsOf, view, d)),
        ];
    }

    /// <summary>All programmes of a portfolio in a view that was opened for whoever sees it.</summary>
    public async Task<ProgrammeView> InAsync(
        RecordsInView records,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        return new(
            portfolioId,
            reads: true,
            new HashSet<Guid>(),
            records.AsOf,
            records.Then,
            await ReadAsync(
                db.Portfolios.Where(p => p.Id == portfolioId).Select(p => p.Id),
                records.KnownAt,
                cancellationToken
            )
        );
    }

    /// <summary>For what only those do who run the portfolio.</summary>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public async Task RequireManagerAsync(ProgrammeView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!await scope.ManagesAsync(view.PortfolioId, cancellationToken))
            throw AccessRefusals.ManagersOnly.Exception();
    }

    /// <summary>For handing in a file: whoever runs the portfolio, and owners of the project that takes part.</summary>
    /// <exception cref="ForbiddenException"><c>describing_not_permitted</c>.</exception>
    public async Task RequireHandingInAsync(
        ProgrammeView view,
        Participation participation,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.Owns(participation) && !await scope.ManagesAsync(view.PortfolioId, cancellationToken))
            throw AccessRefusals.DescribingNotPermitted.Exception();
    }

    /// <summary>For what is not there, and for what is out of sight.</summary>
    internal static NotFoundException Absent(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Programme => NotFoundException.Of("programme", "programme"),
            DocumentKind.Cohort => NotFoundException.Of("cohort", "promotion"),
            _ => NotFoundException.Of("participation", "participation"),
        };

    // A key is nobody's owner: it opens its portfolio, and that is all.
    private async Task<IReadOnlyList<(Guid ProjectId, Guid PortfolioId)>> OwnProjectsAsync(
        CancellationToken cancellationToken
    )
    {
        if (caller.Key is not null)
            return [];
        var own = await db
            .Owners.Where(o => o.UserId == caller.UserId)
            .Join(db.Projects.Where(p => p.VoidedAt == null), o => o.ProjectId, p => p.Id, (o, p) => p.Id)
            // Also of those that held it: what it takes part in goes on.
            .Join(db.Holdings, id => id, h => h.ProjectId, (id, h) => new { ProjectId = id, h.PortfolioId })
            .ToListAsync(cancellationToken);
        return [.. own.Select(o => (o.ProjectId, o.PortfolioId))];
    }

    private Task<List<DocumentVersion>> ReadAsync(
        IQueryable<Guid> portfolios,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    ) =>
        portfolios
            .Join(db.DocumentVersions.AsNoTracking(), id => id, v => v.OwnerId, (id, v) => v)
            .Where(v => Kinds.Contains(v.Kind))
            .Where(RecordsInView.NewestBy(db, knownAt))
            .ToListAsync(cancellationToken);
}
