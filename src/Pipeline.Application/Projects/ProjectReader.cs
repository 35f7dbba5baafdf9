using AutoMapper;
using LinqKit;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Portfolios;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Makes the whole reply; used wherever a project is shown or was changed.</summary>
public sealed class ProjectReader(
    IPipelineDb db,
    Scope scope,
    IMapper mapper,
    GateFactsReader facts,
    Names names,
    TimeProvider time
)
{
    // What is permitted needs the project's state and whether a report waits, not every report with the gates as they were judged.
    private static readonly ReachQuery<Basics> OfProject = new(reach =>
        (db, id, userOrPortfolioId, today) =>
            from p in db.Set<Project>().AsNoTracking()
            where p.Id == id
            join o in db.Set<Organisation>() on p.OwnerOrganisationId equals o.Id
            join f in db.Set<Portfolio>() on p.LeadPortfolioId equals f.Id
            select new Basics
            {
                Reach = reach.Invoke(db, p, userOrPortfolioId),
                Described = GateFactsReader.Described.Invoke(db, p, f, today),
                Code = p.Code,
                Name = p.Name,
                Summary = p.Summary,
                Standing = p.Standing,
                PhaseSince = p.PhaseSince,
                StartedOn = p.StartedOn,
                Owner = new NamedRef(o.Id, o.Name),
                Version = p.Version,
                Pending = db.Set<Transition>()
                    .Any(t =>
                        t.ProjectId == id
                        && !db.Set<TransitionDecision>().Any(d => d.TransitionId == t.Id)
                        && !db.Set<EffectiveTransition>().Any(e => e.TransitionId == t.Id)
                    ),
                ClockFrom = db.Set<EffectiveTransition>()
                    .Where(e => e.ProjectId == id)
                    .OrderByDescending(e => e.Sequence)
                    .Select(e => (DateOnly?)e.ClockFrom)
                    .FirstOrDefault(),
                PausedOn = db.Set<EffectiveTransition>()
                    .Where(e => e.ProjectId == id)
                    .OrderByDescending(e => e.Sequence)
                    .Select(e => e.PausedOn)
                    .FirstOrDefault(),
            }
    );

    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Territory>> Territories = Compiled.Query(
        (DbContext db, Guid id) =>
            db.Set<Territory>()
                .AsNoTracking()
                .Where(t => EF.Property<Guid>(t, "ProjectId") == id)
                .OrderBy(t => t.Position)
    );

    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Mobilised>> Stakeholders = Compiled.Query(
        (DbContext db, Guid id) =>
            from s in db.Set<Stakeholder>().AsNoTracking()
            where EF.Property<Guid>(s, "ProjectId") == id
            join o in db.Set<Organisation>() on s.OrganisationId equals o.Id into organisations
            from o in organisations.DefaultIfEmpty()
            orderby s.Position
            select new Mobilised { Stakeholder = s, Organisation = o.Name }
    );

    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<ProjectTag>> Tags = Compiled.Query(
        (DbContext db, Guid id) =>
            db.Set<ProjectTag>()
                .AsNoTracking()
                .Where(t => t.ProjectId == id && t.EndedAt == null)
                .OrderBy(t => t.Position)
    );

    // Each holding with each owner: of both there are few, and one command is saved.
    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Belongs>> Belonging = Compiled.Query(
        (DbContext db, Guid id) =>
            from h in db.Set<Holding>()
            where h.ProjectId == id && h.EndedAt == null
            join f in db.Set<Portfolio>() on h.PortfolioId equals f.Id
            from o in db.Set<ProjectOwner>()
                .Where(o => o.ProjectId == id)
                .Join(db.Set<Person>(), o => o.UserId, u => u.Id, (o, u) => new { Id = (Guid?)u.Id, u.Name })
                .DefaultIfEmpty()
            orderby h.Kind, f.Code
            select new Belongs
            {
                Holding = new HoldingReply(f.Id, f.Code, f.Name, h.Kind),
                OwnerId = o.Id,
                Owner = o.Name,
            }
    );

    // Most have no carriers, and no name is asked for.
    private async Task<IReadOnlyList<TerritoryReply>> ShowAsync(
        IReadOnlyList<Territory> territories,
        CancellationToken cancellationToken
    )
    {
        var carriers = await names.OfOrganisationsAsync(
            territories.Select(t => t.CarrierOrganisationId),
            cancellationToken
        );
        return
        [
            .. territories.Select(t =>
            {
                var reply = mapper.Map<TerritoryReply>(t);
                if (t.CarrierOrganisationId is { } id)
                    reply.CarrierOrganisation = new(id, carriers.GetValueOrDefault(id, ""));
                return reply;
            }),
        ];
    }

    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    public async Task<ProjectReply> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().Today();
        var p = await scope.AskAsync(OfProject, id, today, cancellationToken);
        var rights = scope.RightsOf(id, p?.Reach);
        var d = p!.Described;
        var clock = p.ClockFrom is { } from
            ? new PhaseClock(p.PhaseSince, from, p.PausedOn)
            : PhaseClock.Start(p.StartedOn);
        var gateFacts = await facts.ReadAsync(id, d, cancellationToken);
        var state = new State(d.Phase, p.Standing);
        var permitted = Lifecycle
            .PermittedFrom(state)
            .Where(t => Project.Assess(state, p.Pending, t, rights.Actor, d.Policy, gateFacts).Permitted);

        var territories = await Territories(db, id).ToListAsync(cancellationToken);
        var stakeholders = await Stakeholders(db, id).ToListAsync(cancellationToken);
        var tags = await Tags(db, id).ToListAsync(cancellationToken);

        var belonging = await Belonging(db, id).ToListAsync(cancellationToken);

        return new ProjectReply(
            id,
            p.Code,
            p.Name,
            p.Summary,
            d.Phase,
            d.Phase.StageOf(),
            p.Standing,
            p.PhaseSince,
            clock.DaysUntil(today),
            p.StartedOn,
            d.SocioEconomicModel,
            new(d.Need.Problem, d.Need.Beneficiaries),
            d.SolutionHypotheses,
            new(
                d.Model.ValueProposition,
                d.Model.ValueChain,
                d.Model.EconomicModel,
                d.Model.Positioning,
                d.Model.ActorRoles,
                d.Model.Governance,
                d.Model.TechnicalFramework
            ),
            await ShowAsync(territories, cancellationToken),
            [.. stakeholders.Select(Show)],
            Gaps(d.Phase.StageOf(), [.. stakeholders.Select(s => s.Stakeholder)]),
            [
                .. tags.Where(t => t.Dimension == TagDimension.Sdg)
                    .Select(t => int.Parse(t.Code, System.Globalization.CultureInfo.InvariantCulture)),
            ],
            [.. tags.Where(t => t.Dimension == TagDimension.Domain).Select(t => t.Code)],
            await TakeOverAsync(d.TakeOver, cancellationToken),
            p.Owner.Id,
            p.Owner,
            [.. belonging.Select(b => b.Holding).Distinct()],
            [
                .. belonging
                    .Where(b => b.OwnerId is not null)
                    .Select(b => new NamedRef(b.OwnerId!.Value, b.Owner!))
                    .Distinct()
                    .OrderBy(o => o.Name, StringComparer.Ordinal),
            ],
            p.Version,
            [.. permitted]
        );

        StakeholderReply Show(Mobilised mobilised)
        {
            var shown = mapper.Map<StakeholderReply>(mobilised.Stakeholder);
            shown.Name ??= mobilised.Organisation;
            return shown;
        }
    }

    private async Task<TakeOverDto?> TakeOverAsync(TakeOver? takeOver, CancellationToken cancellationToken)
    {
        var shown = TakeOverDto.From(takeOver);
        if (shown is not { Name: null, OrganisationId: { } organisation })
            return shown;
        return shown with
        {
            Name = await db
                .Organisations.Where(o => o.Id == organisation)
                .Select(o => o.Name)
                .FirstOrDefaultAsync(cancellationToken),
        };
    }

    private static IReadOnlyList<StakeholderGap> Gaps(Stage stage, List<Stakeholder> stakeholders) =>
        [
            .. Enum.GetValues<StakeholderKind>()
                .Select(kind =>
                {
                    var level = stakeholders.Where(s => s.Kind == kind).Select(s => s.Level).DefaultIfEmpty(0).Max();
                    var expected = StakeholderTable.Expected(kind, stage);
                    return new StakeholderGap(kind, level, expected, expected - level);
                }),
        ];

    private sealed class Mobilised
    {
        public Stakeholder Stakeholder { get; init; } = null!;

        public string? Organisation { get; init; }
    }

    private sealed class Belongs
    {
        public HoldingReply Holding { get; init; } = null!;

        /// <summary>Null in a project that nobody owns.</summary>
        public Guid? OwnerId { get; init; }

        public string? Owner { get; init; }
    }

    private sealed class Basics
    {
        public ProjectReach Reach { get; init; } = null!;

        public DescribedProject Described { get; init; } = null!;

        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Summary { get; init; }

        public Standing Standing { get; init; }

        public DateOnly PhaseSince { get; init; }

        public DateOnly StartedOn { get; init; }

        public NamedRef Owner { get; init; } = null!;

        public long Version { get; init; }

        public bool Pending { get; init; }

        public DateOnly? ClockFrom { get; init; }

        public DateOnly? PausedOn { get; init; }
    }
}
