using System.Linq.Expressions;
using LinqKit;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Transitions;

/// <summary>
/// The one reader of what gates look at: for the list of what is available, for reporting, for approval, and for the attention list of a whole
/// portfolio. A constant number of queries, whatever the number of projects.
/// </summary>
public sealed class GateFactsReader(IPipelineDb db, TimeProvider time)
{
    /// <summary>What gates look at of a project itself and of its ledgers, to be put into queries that ask for more in the same command.</summary>
    internal static readonly Expression<Func<DbContext, Project, Portfolio, DateOnly, DescribedProject>> Described = (
        db,
        p,
        lead,
        today
    ) =>
        new DescribedProject
        {
            Phase = p.Phase,
            Need = p.Need,
            Model = p.Model,
            SolutionHypotheses = p.SolutionHypotheses,
            SocioEconomicModel = p.SocioEconomicModel,
            TakeOver = p.TakeOver,
            Policy = lead.Policy,
            Currency = lead.Currency,
            Territories = db.Set<Territory>()
                .Count(t =>
                    EF.Property<Guid>(t, "ProjectId") == p.Id
                    && t.Role != TerritoryRole.Deployment
                    && (t.ClosedOn == null || t.ClosedOn > today)
                ),
            Deployed = db.Set<Territory>()
                .Count(t =>
                    EF.Property<Guid>(t, "ProjectId") == p.Id
                    && t.Role != TerritoryRole.Experiment
                    && (t.Since == null || t.Since <= today)
                    && (t.ClosedOn == null || t.ClosedOn > today)
                ),
            Unadapted = db.Set<Territory>()
                .Count(t =>
                    EF.Property<Guid>(t, "ProjectId") == p.Id
                    && t.Role == TerritoryRole.Deployment
                    && t.Adaptation == null
                    && (t.Since == null || t.Since <= today)
                    && (t.ClosedOn == null || t.ClosedOn > today)
                ),
            // Two sums: a database may not sum up what holds a sum.
            CommittedFunding =
                db.Set<Commitment>()
                    .Where(c =>
                        c.ProjectId == p.Id
                        && c.Lever == Lever.Funding
                        && c.Phase == Phase.Experimentation
                        && c.Cancellation == null
                    )
                    .Sum(c => c.Cents)
                + db.Set<Commitment>()
                    .Where(c =>
                        c.ProjectId == p.Id
                        && c.Lever == Lever.Funding
                        && c.Phase == Phase.Experimentation
                        && c.Cancellation != null
                    )
                    .SelectMany(c => c.Deliveries)
                    .Sum(d => d.Cents),
            Delivered = db.Set<Commitment>()
                .Where(c => c.ProjectId == p.Id && c.Phase == p.Phase)
                .SelectMany(c => c.Deliveries)
                .Sum(d => d.Cents),
            PlannedCapacityBuilding = Planned
                .Invoke(db, p.Id)
                .Where(l => l.Lever == Lever.ExpertiseAndNetworks || l.Lever == Lever.StrategyAndGovernance)
                .Sum(l => l.Cents),
            PlannedEvaluation = Planned.Invoke(db, p.Id).Where(l => l.Lever == Lever.Evaluation).Sum(l => l.Cents),
            PlannedTotal = Planned.Invoke(db, p.Id).Sum(l => l.Cents),
        };

    // The lines of the version that holds today.
    private static Expression<Func<DbContext, Guid, IQueryable<PlanLine>>> Planned =>
        (db, projectId) =>
            db.Set<PlanLine>()
                .Where(l =>
                    l.PlanVersionId
                    == db.Set<PlanVersion>()
                        .Where(v => v.ProjectId == projectId)
                        .OrderByDescending(v => v.EffectiveOn)
                        .ThenByDescending(v => v.Number)
                        .Select(v => v.Id)
                        .FirstOrDefault()
                );

    private static readonly Func<IPipelineDb, Guid, DateOnly, IAsyncEnumerable<DescribedProject>> Description =
        Compiled.Query(
            (
                (Expression<Func<DbContext, Guid, DateOnly, IQueryable<DescribedProject>>>)(
                    (db, projectId, today) =>
                        db.Set<Project>()
                            .AsNoTracking()
                            .Where(p => p.Id == projectId)
                            .Join(
                                db.Set<Portfolio>(),
                                p => p.LeadPortfolioId,
                                f => f.Id,
                                (p, f) => Described.Invoke(db, p, f, today)
                            )
                )
            ).Expand()
        );

    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Evaluated>> Evaluations = Compiled.Query(
        (DbContext db, Guid projectId) =>
            db.Set<Evaluation>()
                .Where(e => e.ProjectId == projectId)
                .Select(e => new Evaluated
                {
                    Phase = e.Phase,
                    Form = e.Form,
                    Maturity = e.Maturity,
                    Participants = e.Participants,
                    OfAlliance = e.AllianceId != null,
                })
    );

    // The newest versions of the kinds that gates look at: a project has many reports.
    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<DocumentVersion>> Documents = Compiled.Query(
        (DbContext db, Guid projectId) =>
            db.Set<DocumentVersion>()
                .AsNoTracking()
                .Where(v =>
                    v.OwnerId == projectId
                    && (
                        v.Kind == DocumentKind.Alliance
                        || v.Kind == DocumentKind.Risks
                        || v.Kind == DocumentKind.Impact
                        || v.Kind == DocumentKind.TargetEconomics
                    )
                    && !db.Set<DocumentVersion>()
                        .Any(later =>
                            later.OwnerId == v.OwnerId
                            && later.Kind == v.Kind
                            && later.DocumentId == v.DocumentId
                            && later.Number > v.Number
                        )
                )
    );

    private static readonly ILookup<DocumentKind, HeldDocument> NoDocuments = Array
        .Empty<HeldDocument>()
        .ToLookup(d => d.Key.Kind);

    /// <summary>The facts of one project, which has to exist, and the policy that rules its gates: its lead portfolio's.</summary>
    /// <param name="projectId">Which.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="judged">Whether a gate is: else its evaluations and documents are looked at by nobody, and not read.</param>
    public async Task<(GateFacts Facts, LifecyclePolicy Policy)> ReadAsync(
        Guid projectId,
        CancellationToken cancellationToken,
        bool judged = true
    )
    {
        var today = time.GetUtcNow().Today();
        var p = await Description(db, projectId, today).FirstAsync(cancellationToken);
        return (
            judged
                ? await ReadAsync(projectId, p, cancellationToken)
                : Facts(p, today, [], NoDocuments, new HashSet<Guid>()),
            p.Policy
        );
    }

    /// <summary>The facts of one project of which the description is known.</summary>
    internal async Task<GateFacts> ReadAsync(Guid projectId, DescribedProject p, CancellationToken cancellationToken)
    {
        var evaluations = await Evaluations(db, projectId).ToListAsync(cancellationToken);
        var documents = (await Documents(db, projectId).ToListAsync(cancellationToken)).ToLookup(
            d => d.Kind,
            d => new HeldDocument(d)
        );
        // Most projects have no impacts, and are not asked.
        var read = documents.Contains(DocumentKind.Impact)
            ? await db
                .FactEntries.Where(f => f.ProjectId == projectId && f.Kind == FactKind.ImpactReading)
                .Select(f => f.SubjectId)
                .ToHashSetAsync(cancellationToken)
            : [];
        return Facts(p, time.GetUtcNow().Today(), evaluations, documents, read);
    }

    /// <summary>The facts of projects in a view, by project, as far as the criteria that warn look at them: what none of them asks for is not read.</summary>
    /// <param name="view">On which day, and as known when.</param>
    /// <param name="phases">Which projects, and the phase that each was in.</param>
    /// <param name="policy">Which criteria warn.</param>
    /// <param name="currency">That of their lead portfolio.</param>
    /// <param name="records">The documents and facts of all of them, in the same view.</param>
    public async Task<IReadOnlyDictionary<Guid, GateFacts>> ReadAsync(
        AsOfView view,
        IReadOnlyDictionary<Guid, Phase> phases,
        LifecyclePolicy policy,
        string currency,
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        List<Guid> listed = [.. phases.Keys.Order()];
        List<Guid> Asked(params string[] about)
        {
            var asking = PhaseOrder
                .All.Where(phase =>
                    Gates
                        .After(phase)
                        ?.Criteria.Any(c =>
                            about.Any(of => c.Code.StartsWith(of, StringComparison.Ordinal))
                            && policy.SeverityOf(c) == Severity.Warn
                        ) == true
                )
                .ToHashSet();
            return [.. listed.Where(id => asking.Contains(phases[id]))];
        }
        var then = await view.FormerProjectsAsync(phases.Keys, cancellationToken);
        var described = Asked("need.", "solution.", "model.", "takeOver.");
        var rows = (
            await db
                .Projects.AsNoTracking()
                .Of(described, p => p.Id)
                .Select(p => new DescribedProject
                {
                    Id = p.Id,
                    Need = p.Need,
                    Model = p.Model,
                    SolutionHypotheses = p.SolutionHypotheses,
                    SocioEconomicModel = p.SocioEconomicModel,
                    TakeOver = p.TakeOver,
                    Currency = currency,
                })
                .ToListAsync(cancellationToken)
        ).ConvertAll(p => p.Then(then, phases[p.Id]));
        rows.AddRange(
            listed
                .Except(described)
                .Select(id => new DescribedProject
                {
                    Id = id,
                    Phase = phases[id],
                    Currency = currency,
                })
        );
        // From the listed projects outwards, and summed here: a condition with a subquery is put to every group anew once it is grouped (docs/adr/0012).
        var territories = (
            await db
                .Territories.Of(Asked("territory."), t => EF.Property<Guid>(t, "ProjectId"))
                .AsNoTracking()
                .Select(t => new { ProjectId = EF.Property<Guid>(t, "ProjectId"), Territory = t })
                .ToListAsync(cancellationToken)
        ).ToLookup(t => t.ProjectId, t => t.Territory.Described());
        var (cancellations, deliveries) = (view.Cancellations, view.Deliveries);
        var commitments = (
            await view.Agreed(db.Commitments.Of(Asked("funding.", "support."), c => c.ProjectId))
                .Select(c => new Committed
                {
                    ProjectId = c.ProjectId,
                    Phase = c.Phase,
                    Lever = c.Lever,
                    Cents = c.Cents,
                    // As a value of the one row by its key: of what exists, PostgreSQL would read everybody's (docs/performance.md).
                    Cancelled =
                        cancellations.Where(x => x.CommitmentId == c.Id).Max(x => (DateOnly?)x.CancelledOn) != null,
                    Delivered = deliveries.Where(d => d.CommitmentId == c.Id).Sum(d => d.Cents),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(c => c.ProjectId);
        var planned = (
            await view.PlannedOf(Asked("ratio."))
                .Select(l => new
                {
                    l.ProjectId,
                    l.Lever,
                    l.Cents,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(l => l.ProjectId, l => (l.Lever, l.Cents));
        var evaluations = (
            await db
                .Evaluations.Where(e => e.CarriedOutOn <= view.AsOf && e.RecordedAt <= view.KnownAt)
                .Of(Asked("evaluation."), e => e.ProjectId)
                .Select(e => new Evaluated
                {
                    ProjectId = e.ProjectId,
                    Phase = e.Phase,
                    Form = e.Form,
                    Maturity = e.Maturity,
                    Participants = e.Participants,
                    OfAlliance = e.AllianceId != null,
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.ProjectId);
        return rows.ToDictionary(
            p => p.Id,
            p =>
            {
                var places = then.Of(p.Id, "territories", territories[p.Id].ToList());
                (p.Territories, p.Deployed, p.Unadapted) = (
                    places.Count(place => place.IsNamedForExperiment(view.AsOf)),
                    places.Count(place => place.IsDeployed(view.AsOf)),
                    places.Count(place => place.LacksAdaptation(view.AsOf))
                );
                foreach (var c in commitments[p.Id])
                {
                    if (c is { Lever: Lever.Funding, Phase: Phase.Experimentation })
                        p.CommittedFunding += c.Cancelled ? c.Delivered : c.Cents;
                    if (c.Phase == p.Phase)
                        p.Delivered += c.Delivered;
                }
                (p.PlannedCapacityBuilding, p.PlannedEvaluation, p.PlannedTotal) = LeverTotals.Of(planned[p.Id]);
                var recorded = records.Of(p.Id);
                return Facts(p, view.AsOf, evaluations[p.Id], recorded.Documents, recorded.Once(ReadImpacts));
            }
        );
    }

    private static IReadOnlySet<Guid> ReadImpacts(ProjectRecords records) =>
        records.Entries[FactKind.ImpactReading].Select(f => f.SubjectId).ToHashSet();

    private static GateFacts Facts(
        DescribedProject p,
        DateOnly today,
        IEnumerable<Evaluated> evaluations,
        ILookup<DocumentKind, HeldDocument> documents,
        IReadOnlySet<Guid> readImpacts
    )
    {
        var plan = new LeverTotals(p.PlannedCapacityBuilding, p.PlannedEvaluation, p.PlannedTotal);
        return new(
            p.Phase,
            today,
            p.Need,
            p.SolutionHypotheses.Count,
            p.Territories,
            p.Deployed,
            p.Model,
            p.SocioEconomicModel,
            p.TakeOver,
            p.Currency,
            p.CommittedFunding,
            p.Delivered,
            plan.Of(RatioKind.CapacityBuilding),
            plan.Of(RatioKind.Evaluation),
            [
                .. evaluations.Select(e => new EvaluationFact(
                    e.Phase,
                    e.Form,
                    e.Maturity,
                    e.Participants.Contains(Participant.Beneficiaries),
                    e.OfAlliance
                )),
            ]
        )
        {
            Recorded = RecordedFactsReader.Of(documents, readImpacts, p.Phase, today),
            UnadaptedTerritories = p.Unadapted,
        };
    }

    private sealed class Committed
    {
        public Guid ProjectId { get; init; }

        public Phase Phase { get; init; }

        public Lever Lever { get; init; }

        public long Cents { get; init; }

        public bool Cancelled { get; init; }

        public long Delivered { get; init; }
    }

    private sealed class Evaluated
    {
        public Guid ProjectId { get; init; }

        public Phase Phase { get; init; }

        public EvaluationForm Form { get; init; }

        public EvaluationMaturity Maturity { get; init; }

        public IReadOnlyList<Participant> Participants { get; init; } = [];

        public bool OfAlliance { get; init; }
    }
}

/// <summary>What gates look at of a project itself.</summary>
internal sealed class DescribedProject
{
    public Guid Id { get; init; }

    public Phase Phase { get; init; }

    public Need Need { get; init; } = null!;

    public Model Model { get; init; } = null!;

    public IReadOnlyList<string> SolutionHypotheses { get; init; } = [];

    public SocioEconomicModel SocioEconomicModel { get; init; }

    public TakeOver? TakeOver { get; init; }

    /// <summary>The lead portfolio's.</summary>
    public LifecyclePolicy Policy { get; init; } = null!;

    /// <summary>The lead portfolio's.</summary>
    public string Currency { get; init; } = "";

    /// <summary>How many are named for the experiment.</summary>
    public int Territories { get; set; }

    /// <summary>Those of them where it is deployed by now; one without a day counts.</summary>
    public int Deployed { get; set; }

    /// <summary>Those of them that say nothing of what was adapted, where it had not been tried out.</summary>
    public int Unadapted { get; set; }

    /// <summary>Cents committed on the funding lever for experimentation; of a cancelled commitment what had come.</summary>
    public long CommittedFunding { get; set; }

    /// <summary>Cents delivered on commitments of its phase.</summary>
    public long Delivered { get; set; }

    /// <summary>Cents of the plan that count as capacity building.</summary>
    public long PlannedCapacityBuilding { get; set; }

    /// <summary>Cents of the plan on the evaluation lever.</summary>
    public long PlannedEvaluation { get; set; }

    /// <summary>Cents of the plan.</summary>
    public long PlannedTotal { get; set; }

    /// <summary>The same project as it was described in a view.</summary>
    public DescribedProject Then(FormerFields then, Phase phase) =>
        new()
        {
            Id = Id,
            Phase = phase,
            Need = then.Of(Id, "need", Need),
            Model = then.Of(Id, "model", Model),
            SolutionHypotheses = then.Of(Id, "solutionHypotheses", SolutionHypotheses),
            SocioEconomicModel = then.Of(Id, "socioEconomicModel", SocioEconomicModel),
            TakeOver = then.Of(Id, "takeOver", TakeOver),
            Currency = Currency,
        };
}
