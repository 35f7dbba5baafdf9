using System.Linq.Expressions;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>
/// The documents and facts of projects as they stood on a day, as far as they were known at an instant: a document's version counts from when it was written, a
/// fact from its own day, and what a portfolio asks for is as it was known. Three queries, and one more where there are plans of evaluations or alliances, whatever the number of projects and modules (docs/adr/0030);
/// what stands now is read again where it has become more (docs/adr/0060).
/// </summary>
public sealed class RecordsInView
{
    private readonly IReadOnlyDictionary<Guid, ProjectRecords> _ofProjects;
    private readonly IReadOnlyList<(ViewedProject Project, ProjectRecords Records)> _inOrder;
    private readonly Dictionary<DocumentKind, List<(ViewedProject Project, HeldDocument Document)>> _byKind = [];
    private readonly ILookup<DocumentKind, HeldDocument> _ofPortfolios;
    private readonly ILookup<Guid, DoneEvaluation> _done;
    private readonly HashSet<Guid> _evaluated;
    private readonly Dictionary<Type, object> _made = [];

    private RecordsInView(
        Guid? portfolioId,
        DateOnly asOf,
        DateTimeOffset knownAt,
        IReadOnlyDictionary<Guid, ViewedProject> projects,
        IQueryable<Guid> ids,
        IKnownThen? then,
        IReadOnlyDictionary<Guid, ProjectRecords> ofProjects,
        IEnumerable<DocumentVersion> ofPortfolios,
        IReadOnlyList<(Guid? Planned, Guid? Alliance, DoneEvaluation Done)> done
    )
    {
        (PortfolioId, AsOf, KnownAt, Projects, Ids, Then) = (portfolioId, asOf, knownAt, projects, ids, then);
        _ofProjects = ofProjects;
        _inOrder =
        [
            .. ofProjects
                .Where(p => projects.ContainsKey(p.Key))
                .OrderBy(p => p.Key)
                .Select(p => (projects[p.Key], p.Value)),
        ];
        // Modules go through the documents of a kind again and again, and each project has few of them.
        foreach (var (project, records) in _inOrder)
        foreach (var kind in records.Documents)
        {
            ref var documents = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKind, kind.Key, out _);
            documents ??= [];
            foreach (var document in kind)
                documents.Add((project, document));
        }
        _ofPortfolios = ofPortfolios.Select(d => new HeldDocument(d)).ToLookup(d => d.Key.Kind);
        _done = done.Where(d => d.Planned is not null).ToLookup(d => d.Planned!.Value, d => d.Done);
        _evaluated = [.. done.Select(d => d.Alliance).OfType<Guid>()];
    }

    /// <summary>The portfolio that is looked at; null for projects by themselves.</summary>
    public Guid? PortfolioId { get; }

    /// <summary>The day.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The instant: what was recorded later is left out.</summary>
    public DateTimeOffset KnownAt { get; }

    /// <summary>The projects, as a query to join from.</summary>
    public IQueryable<Guid> Ids { get; }

    /// <summary>The projects, by id.</summary>
    public IReadOnlyDictionary<Guid, ViewedProject> Projects { get; }

    /// <summary>What names and lists beside the documents said at the view's instant; null for what they say now.</summary>
    public IKnownThen? Then { get; }

    /// <summary>Reads what projects have.</summary>
    /// <param name="portfolioId">The portfolio that is looked at; null for projects by themselves.</param>
    /// <param name="ids">The same projects, as a query to join from.</param>
    /// <param name="then">The view, where it may be one of the past; null for now.</param>
    /// <param name="readable">The versions of documents that may be read.</param>
    public static async Task<RecordsInView> ReadAsync(
        IPipelineDb db,
        Guid? portfolioId,
        IEnumerable<ViewedProject> projects,
        IQueryable<Guid> ids,
        DateOnly asOf,
        DateTimeOffset knownAt,
        IKnownThen? then,
        IQueryable<DocumentVersion> readable,
        CancellationToken cancellationToken
    )
    {
        var ofProjects = await OfProjectsAsync(db, ids, asOf, knownAt, readable, cancellationToken);
        return await ReadAsync(db, portfolioId, projects, ids, asOf, knownAt, then, ofProjects, cancellationToken);
    }

    /// <summary>What each of the projects has in a view.</summary>
    /// <param name="readable">The versions of documents that may be read.</param>
    internal static async Task<IReadOnlyDictionary<Guid, ProjectRecords>> OfProjectsAsync(
        IPipelineDb db,
        IQueryable<Guid> ids,
        DateOnly asOf,
        DateTimeOffset knownAt,
        IQueryable<DocumentVersion> readable,
        CancellationToken cancellationToken
    )
    {
        var until = Until(asOf, knownAt);
        var documents = await ids.Join(readable.AsNoTracking(), id => id, v => v.ProjectId!.Value, (id, v) => v)
            .Where(NewestBy(db, until))
            .ToListAsync(cancellationToken);
        var facts = await ids.Join(db.FactEntries.AsNoTracking(), id => id, f => f.ProjectId, (id, f) => f)
            .Where(f => f.On <= asOf && f.RecordedAt <= knownAt)
            .ToListAsync(cancellationToken);
        return ProjectRecords.ByProject(documents, facts);
    }

    /// <summary>The same, where what projects have is read already.</summary>
    internal static async Task<RecordsInView> ReadAsync(
        IPipelineDb db,
        Guid? portfolioId,
        IEnumerable<ViewedProject> projects,
        IQueryable<Guid> ids,
        DateOnly asOf,
        DateTimeOffset knownAt,
        IKnownThen? then,
        IReadOnlyDictionary<Guid, ProjectRecords> ofProjects,
        CancellationToken cancellationToken
    )
    {
        var held = projects.ToDictionary(p => p.Id);
        // What portfolios ask of their projects, of the one that is looked at, and of those that led: like a policy, it is as it was known, whatever the day.
        List<Guid> portfolios =
        [
            .. held.Values.Select(p => p.LeadPortfolioId).Append(portfolioId).OfType<Guid>().Distinct().Order(),
        ];
        var ofPortfolios = await db
            .DocumentVersions.AsNoTracking()
            .Of(portfolios, v => v.OwnerId)
            // Of what a portfolio has once; of what it has many, a module reads what it needs.
            .Where(v => v.ProjectId == null && v.DocumentId == v.OwnerId)
            .Where(NewestBy(db, knownAt))
            .ToListAsync(cancellationToken);
        return new(
            portfolioId,
            asOf,
            knownAt,
            held,
            ids,
            then,
            ofProjects,
            ofPortfolios,
            ofProjects.Values.Any(p =>
                p.Documents.Contains(DocumentKind.EvaluationPlan) || p.Documents.Contains(DocumentKind.Alliance)
            )
                ? await DoneAsync(db, ids, asOf, knownAt, cancellationToken)
                : []
        );
    }

    /// <summary>Versions that are the newest of their document.</summary>
    internal static Expression<Func<DocumentVersion, bool>> Newest(IPipelineDb db) =>
        v =>
            !db.DocumentVersions.Any(later =>
                later.OwnerId == v.OwnerId
                && later.Kind == v.Kind
                && later.DocumentId == v.DocumentId
                && later.Number > v.Number
            );

    /// <summary>Versions that were the newest of their document at an instant.</summary>
    public static Expression<Func<DocumentVersion, bool>> NewestBy(IPipelineDb db, DateTimeOffset until) =>
        v =>
            v.RecordedAt <= until
            && !db.DocumentVersions.Any(later =>
                later.OwnerId == v.OwnerId
                && later.Kind == v.Kind
                && later.DocumentId == v.DocumentId
                && later.Number > v.Number
                && later.RecordedAt <= until
            );

    /// <summary>The last instant at which a version was written that holds in a view.</summary>
    internal static DateTimeOffset Until(DateOnly asOf, DateTimeOffset knownAt)
    {
        var endOfDay = new DateTimeOffset(asOf.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        // The day after lies beyond, an instant that was asked for does not: hence the smallest step before midnight.
        return knownAt < endOfDay ? knownAt : endOfDay.AddMicroseconds(-1);
    }

    /// <summary>The documents of a kind, each in its version of then, with their projects.</summary>
    public IEnumerable<(ViewedProject Project, Document<T> Document)> Documents<T>(DocumentKind kind) =>
        _byKind.GetValueOrDefault(kind, []).Select(d => (d.Project, d.Document.As<T>()));

    /// <summary>The projects in the order of their ids, each with what it has.</summary>
    internal IEnumerable<(ViewedProject Project, ProjectRecords Records)> InOrder => _inOrder;

    /// <summary>What one project has, of whatever kind.</summary>
    internal ProjectRecords Of(Guid projectId) => _ofProjects.GetValueOrDefault(projectId, ProjectRecords.None);

    /// <summary>What several make of the same records, made once.</summary>
    internal T Once<T>(Func<T> make)
        where T : class
    {
        if (_made.TryGetValue(typeof(T), out var made))
            return (T)made;
        var now = make();
        _made[typeof(T)] = now;
        return now;
    }

    /// <summary>The same of what has to be read beside them.</summary>
    internal async Task<T> OnceAsync<T>(Func<Task<T>> make)
        where T : class
    {
        if (_made.TryGetValue(typeof(T), out var made))
            return (T)made;
        var now = await make();
        _made[typeof(T)] = now;
        return now;
    }

    /// <summary>The evaluation that marked a planned one done; null where none had.</summary>
    public DoneEvaluation? Done(Guid plannedId) => _done[plannedId].FirstOrDefault();

    /// <summary>Whether an evaluation names an alliance.</summary>
    public bool IsEvaluated(Guid allianceId) => _evaluated.Contains(allianceId);

    private static async Task<IReadOnlyList<(Guid?, Guid?, DoneEvaluation)>> DoneAsync(
        IPipelineDb db,
        IQueryable<Guid> ids,
        DateOnly asOf,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    ) =>
        (
            await ids.Join(db.Evaluations, id => id, e => e.ProjectId, (id, e) => e)
                .Where(e =>
                    (e.PlannedId != null || e.AllianceId != null) && e.CarriedOutOn <= asOf && e.RecordedAt <= knownAt
                )
                .OrderBy(e => e.CarriedOutOn)
                .ThenBy(e => e.RecordedAt)
                .ThenBy(e => e.Id)
                .Select(e => new
                {
                    e.PlannedId,
                    e.AllianceId,
                    e.CarriedOutOn,
                    e.CostCents,
                })
                .ToListAsync(cancellationToken)
        ).ConvertAll(e => (e.PlannedId, e.AllianceId, new DoneEvaluation(e.CarriedOutOn, e.CostCents)));

    /// <summary>What a portfolio's own document of a kind said; null where it had none, or where it is not one of those in view.</summary>
    public T? OfPortfolio<T>(DocumentKind kind, Guid? portfolioId)
        where T : class => _ofPortfolios[kind].FirstOrDefault(d => d.Key.OwnerId == portfolioId)?.Terms<T>();

    /// <summary>The facts of a kind that stood, with their projects.</summary>
    public IEnumerable<(ViewedProject Project, Fact<T> Fact)> Facts<T>(FactKind kind) =>
        _inOrder.SelectMany(p => p.Records.Facts<T>(kind), (p, f) => (p.Project, f));
}
