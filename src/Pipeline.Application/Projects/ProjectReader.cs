using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Portfolios;
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
    IUserDirectory users,
    Scope scope,
    IMapper mapper,
    GateFactsReader facts,
    TimeProvider time
)
{
    // What is permitted needs the project's state and whether a report waits, not every report with the gates as they were judged.
    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<Basics>> OfProject = Compiled.Query(
        (DbContext db, Guid id) =>
            from p in db.Set<Project>().AsNoTracking()
            where p.Id == id
            join o in db.Set<Organisation>() on p.OwnerOrganisationId equals o.Id
            join f in db.Set<Portfolio>() on p.LeadPortfolioId equals f.Id
            select new Basics
            {
                Policy = f.Policy,
                Code = p.Code,
                Name = p.Name,
                Summary = p.Summary,
                Phase = p.Phase,
                Standing = p.Standing,
                PhaseSince = p.PhaseSince,
                StartedOn = p.StartedOn,
                SocioEconomicModel = p.SocioEconomicModel,
                Need = p.Need,
                Model = p.Model,
                SolutionHypotheses = p.SolutionHypotheses,
                TakeOver = p.TakeOver,
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

    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    public async Task<ProjectReply> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(id, cancellationToken);
        var p = await OfProject(db, id).FirstAsync(cancellationToken);
        var clock = p.ClockFrom is { } from
            ? new PhaseClock(p.PhaseSince, from, p.PausedOn)
            : PhaseClock.Start(p.StartedOn);
        var today = time.GetUtcNow().Today();
        var territories = await Territories(db, id).ToListAsync(cancellationToken);
        var gateFacts = await facts.ReadAsync(
            id,
            new DescribedProject
            {
                Id = id,
                Phase = p.Phase,
                Need = p.Need,
                Model = p.Model,
                SolutionHypotheses = p.SolutionHypotheses,
                SocioEconomicModel = p.SocioEconomicModel,
                TakeOver = p.TakeOver,
                Policy = p.Policy,
                Territories = territories.Count,
                Deployed = territories.Count(t => t.Since is null || t.Since <= today),
            },
            cancellationToken
        );
        var permitted = Enum.GetValues<Trigger>()
            .Where(t =>
                Project.Assess(new(p.Phase, p.Standing), p.Pending, t, rights.Actor, p.Policy, gateFacts).Permitted
            );

        var stakeholders = await Stakeholders(db, id).ToListAsync(cancellationToken);
        var tags = await Tags(db, id).ToListAsync(cancellationToken);

        return new ProjectReply(
            id,
            p.Code,
            p.Name,
            p.Summary,
            p.Phase,
            p.Phase.StageOf(),
            p.Standing,
            p.PhaseSince,
            clock.DaysUntil(today),
            p.StartedOn,
            p.SocioEconomicModel,
            new(p.Need.Problem, p.Need.Beneficiaries),
            p.SolutionHypotheses,
            new(
                p.Model.ValueProposition,
                p.Model.ValueChain,
                p.Model.EconomicModel,
                p.Model.Positioning,
                p.Model.Governance,
                p.Model.TechnicalFramework
            ),
            [.. territories.Select(mapper.Map<TerritoryReply>)],
            [.. stakeholders.Select(Show)],
            Gaps(p.Phase.StageOf(), [.. stakeholders.Select(s => s.Stakeholder)]),
            [
                .. tags.Where(t => t.Dimension == TagDimension.Sdg)
                    .Select(t => int.Parse(t.Code, System.Globalization.CultureInfo.InvariantCulture)),
            ],
            [.. tags.Where(t => t.Dimension == TagDimension.Domain).Select(t => t.Code)],
            await TakeOverAsync(p.TakeOver, cancellationToken),
            p.Owner.Id,
            p.Owner,
            await HoldingReply.ReadAsync(db, id, cancellationToken),
            await users.OwnersAsync(id, cancellationToken),
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

    private sealed class Basics
    {
        public LifecyclePolicy Policy { get; init; } = null!;

        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Summary { get; init; }

        public Phase Phase { get; init; }

        public Standing Standing { get; init; }

        public DateOnly PhaseSince { get; init; }

        public DateOnly StartedOn { get; init; }

        public SocioEconomicModel SocioEconomicModel { get; init; }

        public Need Need { get; init; } = null!;

        public Model Model { get; init; } = null!;

        public IReadOnlyList<string> SolutionHypotheses { get; init; } = [];

        public TakeOver? TakeOver { get; init; }

        public NamedRef Owner { get; init; } = null!;

        public long Version { get; init; }

        public bool Pending { get; init; }

        public DateOnly? ClockFrom { get; init; }

        public DateOnly? PausedOn { get; init; }
    }
}
