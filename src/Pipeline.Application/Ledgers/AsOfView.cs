using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>Money of one project, for one phase and lever.</summary>
public sealed class LedgerRow
{
    /// <summary>The project.</summary>
    public Guid ProjectId { get; init; }

    /// <summary>For which phase.</summary>
    public Phase Phase { get; init; }

    /// <summary>As what.</summary>
    public Lever Lever { get; init; }

    /// <summary>From whom; what is planned names nobody.</summary>
    public Guid? FunderOrganisationId { get; init; }

    /// <summary>By which kind of contract; what is planned says none.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>Cents.</summary>
    public long Cents { get; init; }
}

/// <summary>A commitment on two ledgers.</summary>
public sealed class BookedLine
{
    /// <summary>The project.</summary>
    public Guid ProjectId { get; init; }

    /// <summary>Whose books it is in.</summary>
    public Guid PortfolioId { get; init; }

    /// <summary>The programme that it pays for; null where it names none.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>As what.</summary>
    public Lever Lever { get; init; }

    /// <summary>The amount, in cents.</summary>
    public long Cents { get; init; }

    /// <summary>It had been agreed.</summary>
    public bool Agreed { get; init; }

    /// <summary>It had been cancelled.</summary>
    public bool Cancelled { get; init; }

    /// <summary>What had been delivered on it, in cents.</summary>
    public long Delivered { get; init; }

    /// <summary>What it counts for on the committed ledger: the amount, or what had been delivered once it was cancelled.</summary>
    public long Committed =>
        !Agreed ? 0
        : Cancelled ? Delivered
        : Cents;
}

/// <summary>
/// What was effective by a day, as far as it was recorded by an instant. Each member narrows a set to what is in view; nothing is read
/// before a caller aggregates. Records are only ever added, and none at or before an instant that was answered (docs/adr/0018), so the same view gives the
/// same figures for ever.
/// </summary>
/// <param name="Db">The store.</param>
/// <param name="AsOf">What is dated later is out of view.</param>
/// <param name="KnownAt">What was recorded later is out of view.</param>
/// <param name="Head">The end of what is recorded, as this view's snapshot has it.</param>
public sealed record AsOfView(IPipelineDb Db, DateOnly AsOf, DateTimeOffset KnownAt, AuditHead Head) : IKnownThen
{
    /// <summary>Everything that is recorded is in view: what is stored as it is now is what was known then.</summary>
    public bool IsNewest => KnownAt == Head.RecordedAt;

    /// <summary>The same, on a day that is not before the last one on which anything was recorded: nothing counts from a later day than that of its recording, but for what is planned.</summary>
    public bool IsOfEverything => IsNewest && AsOf >= KnownAt.Today();

    /// <summary>
    /// A view as asked: today, and all that is recorded, where nothing is said. It is known at the newest instant that anything was recorded at, also where a
    /// later one is asked for: between that one and now something may still be on its way.
    /// </summary>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>: figures of days to come would change until then. <c>out_of_range</c>.</exception>
    public static async Task<AsOfView> OpenAsync(
        IPipelineDb db,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var head = await RecordedHead.ReadAsync(db, cancellationToken);
        if (asOf is { } day)
            Guard.Day(Guard.NotInFuture(day, now, "asOf"), "asOf");
        // Where the clock went back, what was answered lies ahead of it.
        if (knownAt > now && knownAt > head.RecordedAt)
            throw LedgerRefusals.KnownInFuture.At("knownAt");
        if (knownAt is { } instant)
            Guard.Day(instant.Today(), "knownAt");
        return new(
            db,
            asOf ?? now.Today(),
            knownAt < head.RecordedAt ? knownAt.Value.ToUniversalTime() : head.RecordedAt,
            head
        );
    }

    /// <summary>What things said at the view's instant, as far as it was replaced since: nothing is read where nothing can have been.</summary>
    /// <param name="versions">Former versions of the things in question, of one kind.</param>
    public async Task<FormerFields> FormerAsync(
        IQueryable<FormerVersion> versions,
        CancellationToken cancellationToken
    ) => IsNewest ? FormerFields.None : await FormerFields.ReadAsync(versions, KnownAt, cancellationToken);

    /// <inheritdoc />
    public Task<FormerFields> FormerAsync(string kind, CancellationToken cancellationToken) =>
        FormerAsync(Db.FormerVersions.Where(v => v.Kind == kind), cancellationToken);

    /// <summary>What these projects said at the view's instant.</summary>
    public async Task<FormerFields> FormerProjectsAsync(
        IEnumerable<Guid> projects,
        CancellationToken cancellationToken
    ) =>
        IsNewest
            ? FormerFields.None
            : await FormerAsync(
                Db.FormerVersions.Where(v => v.Kind == FormerVersion.Project)
                    .Of([.. projects.Order()], v => v.SubjectId),
                cancellationToken
            );

    /// <summary>What a portfolio was called at the view's instant, and what it asked for.</summary>
    /// <param name="portfolioId">Which.</param>
    /// <param name="name">As it is called now.</param>
    /// <param name="policy">What it asks for now.</param>
    public async Task<(string Name, LifecyclePolicy Policy)> PortfolioAsync(
        Guid portfolioId,
        string name,
        LifecyclePolicy policy,
        CancellationToken cancellationToken
    )
    {
        var then = await FormerAsync(
            Db.FormerVersions.Where(v => v.SubjectId == portfolioId && v.Kind == FormerVersion.Portfolio),
            cancellationToken
        );
        return (then.Of(portfolioId, "name", name), then.Of(portfolioId, "policy", policy));
    }

    /// <summary>
    /// Projects that a portfolio held, begun or not: the day on which one began is in <see cref="FormerProjectsAsync"/> where it was moved. Joined from the
    /// holdings, of which a portfolio has one a project at any instant: a condition on all projects would be asked of everybody's.
    /// </summary>
    public IQueryable<Project> ProjectsOf(Guid portfolioId) =>
        HoldingsOf(portfolioId)
            .Join(Db.Projects.Where(p => p.RecordedAt <= KnownAt), h => h.ProjectId, p => p.Id, (h, p) => p);

    /// <summary>The same as they were called, begun and led then, begun or not.</summary>
    internal async Task<IReadOnlyList<HeldProject>> HeldByAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        var held = await HoldingsOf(portfolioId)
            .Join(
                Db.Projects.Where(p => p.RecordedAt <= KnownAt),
                h => h.ProjectId,
                p => p.Id,
                (h, p) => new HeldProject(p.Id, p.Code, p.Name, p.StartedOn, h.Kind == HoldingKind.Lead)
            )
            .ToListAsync(cancellationToken);
        var then = await FormerProjectsAsync(held.Select(p => p.Id), cancellationToken);
        return held.ConvertAll(p =>
            p with
            {
                Name = then.Of(p.Id, "name", p.Name),
                StartedOn = then.Of(p.Id, "startedOn", p.StartedOn),
            }
        );
    }

    /// <summary>All projects but those that had been voided, whoever led them.</summary>
    public IQueryable<Project> Projects =>
        Db.Projects.Where(p => p.RecordedAt <= KnownAt && (p.VoidedAt == null || p.VoidedAt > KnownAt));

    /// <summary>All commitments but those of projects that had been voided, agreed or not yet.</summary>
    public IQueryable<Commitment> Commitments => Db.Commitments.Where(c => !Voided.Contains(c.ProjectId));

    /// <summary>What a portfolio has in its books, agreed or not yet: all that figures of a portfolio's commitments are made of.</summary>
    public IQueryable<Commitment> CommitmentsOf(Guid portfolioId) =>
        Commitments.Where(c => c.PortfolioId == portfolioId);

    /// <summary>The moves that had happened.</summary>
    public IQueryable<EffectiveTransition> Effects =>
        Db.Effects.Where(e => e.EffectiveOn <= AsOf && e.RecordedAt <= KnownAt);

    /// <summary>Each project's last move.</summary>
    public IQueryable<EffectiveTransition> LastEffects =>
        Effects.Where(e =>
            !Db.Effects.Any(later =>
                later.ProjectId == e.ProjectId
                && later.Sequence > e.Sequence
                && later.EffectiveOn <= AsOf
                && later.RecordedAt <= KnownAt
            )
        );

    /// <summary>SDGs, domains and regions as they were.</summary>
    public IQueryable<ProjectTag> Tags =>
        Db.Tags.Where(t => t.RecordedAt <= KnownAt && (t.EndedAt == null || t.EndedAt > KnownAt));

    /// <summary>The planned ledger of one portfolio: a plan counts in the lead portfolio alone, so that none counts twice.</summary>
    public IQueryable<LedgerRow> PlannedBy(Guid portfolioId) =>
        Planned(
            Current(
                HoldingsOf(portfolioId)
                    .Where(h => h.Kind == HoldingKind.Lead)
                    .Join(Db.PlanVersions, h => h.ProjectId, v => v.ProjectId, (h, v) => v)
            )
        );

    /// <summary>Projects that a portfolio led.</summary>
    public IQueryable<Project> LedBy(Guid portfolioId) =>
        HoldingsOf(portfolioId)
            .Where(h => h.Kind == HoldingKind.Lead)
            .Join(Db.Projects, h => h.ProjectId, p => p.Id, (h, p) => p);

    /// <summary>The plans that held.</summary>
    /// <param name="some">Of these projects alone; null for everybody's, read as they are stored.</param>
    public IQueryable<PlanVersion> PlansOf(IReadOnlyList<Guid>? some) =>
        Current(Db.PlanVersions.Of(some, v => v.ProjectId));

    /// <summary>Cancellations that had been recorded.</summary>
    public IQueryable<CommitmentCancellation> Cancellations =>
        Db.Cancellations.Where(x => x.CancelledOn <= AsOf && x.RecordedAt <= KnownAt);

    /// <summary>A ledger of one project, whichever portfolio keeps it.</summary>
    public IQueryable<LedgerRow> OfProject(Basis basis, Guid projectId)
    {
        var commitments = Commitments.Where(c => c.ProjectId == projectId);
        return basis switch
        {
            Basis.Planned => Planned(Current(Db.PlanVersions.Where(v => v.ProjectId == projectId))),
            Basis.Committed => Committed(commitments),
            _ => Delivered(commitments),
        };
    }

    /// <summary>A ledger of one portfolio, line by line: what is in its books, and what is planned where it leads.</summary>
    public IQueryable<LedgerRow> OfPortfolio(Basis basis, Guid portfolioId)
    {
        var commitments = CommitmentsOf(portfolioId);
        return basis switch
        {
            Basis.Planned => PlannedBy(portfolioId),
            Basis.Committed => Committed(commitments),
            _ => Delivered(commitments),
        };
    }

    /// <summary>The planned ledger of projects, whoever led them.</summary>
    /// <param name="some">These alone; null for everybody's, read as they are stored.</param>
    public IQueryable<LedgerRow> PlannedOf(IReadOnlyList<Guid>? some) => Planned(PlansOf(some));

    /// <summary>
    /// Commitments, agreed or not yet, each with who keeps it and what had been delivered on it. No condition names a portfolio, nor in <see cref="LeadsOf"/>:
    /// SQLite would go through all that the portfolio has for each project that is listed.
    /// </summary>
    /// <param name="some">To these projects alone; null for everybody's, read as they are stored.</param>
    public IQueryable<BookedLine> BookedOf(IReadOnlyList<Guid>? some) => Booked(Commitments.Of(some, c => c.ProjectId));

    /// <summary>These commitments, as they were booked.</summary>
    public IQueryable<BookedLine> Booked(IQueryable<Commitment> commitments) =>
        commitments.Select(c => new BookedLine
        {
            ProjectId = c.ProjectId,
            PortfolioId = c.PortfolioId,
            ProgrammeId = c.ProgrammeId,
            Lever = c.Lever,
            Cents = c.Cents,
            Agreed = c.AgreedOn <= AsOf && c.RecordedAt <= KnownAt,
            Cancelled = Cancellations.Any(x => x.CommitmentId == c.Id),
            Delivered = Deliveries.Where(d => d.CommitmentId == c.Id).Sum(d => d.Cents),
        });

    /// <summary>Who led which project.</summary>
    /// <param name="some">These alone; null for everybody's.</param>
    public IQueryable<Holding> LeadsOf(IReadOnlyList<Guid>? some) =>
        Holdings.Where(h => h.Kind == HoldingKind.Lead).Of(some, h => h.ProjectId);

    /// <summary>Commitments that had been agreed, cancelled ones included.</summary>
    public IQueryable<Commitment> Agreed(IQueryable<Commitment> commitments) =>
        commitments.Where(c => c.AgreedOn <= AsOf && c.RecordedAt <= KnownAt);

    /// <summary>Deliveries and reversals that had come.</summary>
    public IQueryable<Delivery> Deliveries =>
        Db.Deliveries.Where(d => d.DeliveredOn <= AsOf && d.RecordedAt <= KnownAt);

    /// <summary>What a portfolio held: a project once at most.</summary>
    public IQueryable<Holding> HoldingsOf(Guid portfolioId) => Holdings.Where(h => h.PortfolioId == portfolioId);

    // Projects that had been taken back. Made once, of the few that there are: a condition on each line's own project would look everybody's up.
    private IQueryable<Guid> Voided => Db.Projects.Where(p => p.VoidedAt <= KnownAt).Select(p => p.Id);

    // Of the view's day, as known at its instant: one that is closed by now still holds on the days before its end, unless its project was taken back since.
    private IQueryable<Holding> Holdings =>
        Db.Holdings.Where(h =>
            h.RecordedAt <= KnownAt
            && (h.FromOn == null || h.FromOn <= AsOf)
            && (h.EndedAt == null || h.EndedAt > KnownAt || (h.EndedOn > AsOf && !Voided.Contains(h.ProjectId)))
        );

    // Of each project's versions the one of the latest day, and of that day the last one written.
    private IQueryable<PlanVersion> Current(IQueryable<PlanVersion> versions) =>
        versions.Where(v =>
            v.EffectiveOn <= AsOf
            && v.RecordedAt <= KnownAt
            && !Db.PlanVersions.Any(later =>
                later.ProjectId == v.ProjectId
                && (
                    later.EffectiveOn > v.EffectiveOn || (later.EffectiveOn == v.EffectiveOn && later.Number > v.Number)
                )
                && later.EffectiveOn <= AsOf
                && later.RecordedAt <= KnownAt
            )
        );

    private IQueryable<LedgerRow> Planned(IQueryable<PlanVersion> versions) =>
        versions.Join(
            Db.PlanLines,
            v => v.Id,
            l => l.PlanVersionId,
            (v, l) =>
                new LedgerRow
                {
                    ProjectId = v.ProjectId,
                    Phase = l.Phase,
                    Lever = l.Lever,
                    Cents = l.Cents,
                }
        );

    // The amount, or what had been delivered once it was cancelled: hence the deliveries' sum beside each commitment.
    private IQueryable<LedgerRow> Committed(IQueryable<Commitment> commitments) =>
        from c in Agreed(commitments)
        join x in Cancellations on c.Id equals x.CommitmentId into cancellations
        from x in cancellations.DefaultIfEmpty()
        join d in SumsOf(commitments) on c.Id equals d.CommitmentId into deliveries
        from d in deliveries.DefaultIfEmpty()
        select new LedgerRow
        {
            ProjectId = c.ProjectId,
            Phase = c.Phase,
            Lever = c.Lever,
            FunderOrganisationId = c.FunderOrganisationId,
            Instrument = c.Instrument,
            Cents = x == null ? c.Cents : (long?)d.Cents ?? 0,
        };

    // Of these commitments alone: a sum over all deliveries of the instance would be made anew for every few projects of a register.
    private IQueryable<DeliveredSum> SumsOf(IQueryable<Commitment> commitments) =>
        Deliveries
            .Join(commitments, d => d.CommitmentId, c => c.Id, (d, c) => new { d.CommitmentId, d.Cents })
            .GroupBy(d => d.CommitmentId)
            .Select(g => new DeliveredSum { CommitmentId = g.Key, Cents = g.Sum(d => d.Cents) });

    private IQueryable<LedgerRow> Delivered(IQueryable<Commitment> commitments) =>
        Deliveries.Join(
            commitments,
            d => d.CommitmentId,
            c => c.Id,
            (d, c) =>
                new LedgerRow
                {
                    ProjectId = c.ProjectId,
                    Phase = c.Phase,
                    Lever = c.Lever,
                    FunderOrganisationId = c.FunderOrganisationId,
                    Instrument = c.Instrument,
                    Cents = d.Cents,
                }
        );

    private sealed class DeliveredSum
    {
        public Guid CommitmentId { get; init; }

        public long Cents { get; init; }
    }
}
