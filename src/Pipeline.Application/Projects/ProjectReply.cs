using System.ComponentModel.DataAnnotations;
using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Portfolios;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Projects;

/// <summary>The need and who has it.</summary>
public sealed record NeedDto(
    [property: StringLength(Limits.Pages)] string? Problem = null,
    [property: StringLength(Limits.Pages)] string? Beneficiaries = null);

/// <summary>The model, chapter by chapter.</summary>
public sealed record ModelDto(
    [property: StringLength(Limits.Pages)] string? ValueProposition = null,
    [property: StringLength(Limits.Pages)] string? ValueChain = null,
    [property: StringLength(Limits.Pages)] string? EconomicModel = null,
    [property: StringLength(Limits.Pages)] string? Positioning = null,
    [property: StringLength(Limits.Pages)] string? Governance = null,
    [property: StringLength(Limits.Pages)] string? TechnicalFramework = null);

/// <summary>Who could carry the project further, or did: an organisation of the directory, or a name.</summary>
public sealed record TakeOverDto(
    TakeOverKind Kind,
    Guid? OrganisationId = null,
    [property: StringLength(Limits.Name)] string? Name = null)
{
    internal TakeOver ToTakeOver() => new(Kind, OrganisationId, Name);

    internal static TakeOverDto? From(TakeOver? takeOver) => takeOver is null ? null : new(takeOver.Kind, takeOver.OrganisationId, takeOver.Name);
}

/// <summary>A territory where the project acts.</summary>
public sealed class TerritoryReply
{
    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>As people there call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Local to international.</summary>
    public TerritorialLevel Level { get; init; }

    /// <summary>Region code.</summary>
    public string? Region { get; init; }

    /// <summary>By inhabitants.</summary>
    public SizeSegment? SizeSegment { get; init; }

    /// <summary>Since when it acts there.</summary>
    public DateOnly? Since { get; init; }
}

/// <summary>A stakeholder of the project.</summary>
public sealed class StakeholderReply
{
    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>As what.</summary>
    public StakeholderKind Kind { get; init; }

    /// <summary>Who; the organisation's name where only its id was given.</summary>
    public string? Name { get; set; }

    /// <summary>The organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>0 to 3.</summary>
    public int Level { get; init; }
}

/// <summary>How far a kind of stakeholder is mobilised, against what the stage needs (RC 5-2).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Level">The highest level recorded, 0 to 3; 0 when nobody is.</param>
/// <param name="Expected">What the stage needs, 0 to 3.</param>
/// <param name="Gap">Expected less level; above 0 somebody is missing.</param>
public sealed record StakeholderGap(StakeholderKind Kind, int Level, int Expected, int Gap);

/// <summary>A project, whole.</summary>
public sealed record ProjectReply(
    Guid Id,
    string Code,
    string Name,
    string? Summary,
    Phase Phase,
    Stage Stage,
    Standing Standing,
    DateOnly PhaseSince,
    int DaysInPhase,
    DateOnly StartedOn,
    SocioEconomicModel SocioEconomicModel,
    NeedDto Need,
    IReadOnlyList<string> SolutionHypotheses,
    ModelDto Model,
    IReadOnlyList<TerritoryReply> Territories,
    IReadOnlyList<StakeholderReply> Stakeholders,
    IReadOnlyList<StakeholderGap> StakeholderGaps,
    IReadOnlyList<int> Sdgs,
    IReadOnlyList<string> Domains,
    TakeOverDto? TakeOver,
    Guid OwnerOrganisationId,
    NamedRef OwnerOrganisation,
    IReadOnlyList<HoldingReply> Holdings,
    IReadOnlyList<NamedRef> Owners,
    long Version,
    IReadOnlyList<Trigger> Permitted) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Makes the whole reply; used wherever a project is shown or was changed.</summary>
public sealed class ProjectReader(IPipelineDb db, IUserDirectory users, Scope scope, IMapper mapper, Transitions.GateFactsReader facts, TimeProvider time)
{
    /// <exception cref="NotFoundException">Absent or out of scope.</exception>
    public async Task<ProjectReply> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(id, cancellationToken);
        // What is permitted needs the project's state and whether a report waits, not every report with the gates as they were judged.
        var p = await db.Projects.AsNoTracking().Where(p => p.Id == id).Select(p => new
        {
            p.Id,
            p.Code,
            p.Name,
            p.Summary,
            p.Phase,
            p.Standing,
            p.PhaseSince,
            p.StartedOn,
            p.SocioEconomicModel,
            p.Need,
            p.Model,
            p.SolutionHypotheses,
            p.TakeOver,
            p.OwnerOrganisationId,
            p.LeadPortfolioId,
            p.Version,
            OwnerOrganisation = db.Organisations.Where(o => o.Id == p.OwnerOrganisationId).Select(o => o.Name).First(),
            Pending = db.Transitions.Any(t => t.ProjectId == p.Id && !db.Decisions.Any(d => d.TransitionId == t.Id) && !db.Effects.Any(e => e.TransitionId == t.Id)),
        }).FirstAsync(cancellationToken);
        var last = await db.Effects.Where(e => e.ProjectId == id).OrderByDescending(e => e.Sequence).Select(e => new { e.PhaseSince, e.ClockFrom, e.PausedOn }).FirstOrDefaultAsync(cancellationToken);
        var clock = last is null ? StayClock.Start(p.StartedOn) : new StayClock(last.PhaseSince, last.ClockFrom, last.PausedOn);
        var (gateFacts, policy) = (await facts.ReadAsync(id, cancellationToken), await facts.PolicyAsync(p.LeadPortfolioId, cancellationToken));
        var permitted = Enum.GetValues<Trigger>().Where(t => Project.Assess(new(p.Phase, p.Standing), p.Pending, t, rights.Actor, policy, gateFacts).Permitted);

        var territories = await db.Territories.AsNoTracking().Where(t => EF.Property<Guid>(t, "ProjectId") == id).OrderBy(t => t.Position).ToListAsync(cancellationToken);
        var stakeholders = await db.Projects.Where(x => x.Id == id).SelectMany(x => x.Stakeholders).AsNoTracking().OrderBy(s => s.Position).ToListAsync(cancellationToken);
        var tags = await db.Tags.Where(t => t.ProjectId == id && t.RetiredAt == null).OrderBy(t => t.Position).Select(t => new { t.Dimension, t.Code }).ToListAsync(cancellationToken);
        var ownerIds = await db.Owners.Where(o => o.ProjectId == id).Select(o => o.UserId).ToListAsync(cancellationToken);
        var owners = await users.NamesAsync(ownerIds, cancellationToken);
        var organisationIds = stakeholders.Select(s => s.OrganisationId).Append(p.TakeOver?.OrganisationId).OfType<Guid>().Distinct().ToList();
        var organisations = organisationIds.Count == 0 ? [] : await db.Organisations.Where(o => organisationIds.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);

        return new ProjectReply(
            p.Id, p.Code, p.Name, p.Summary, p.Phase, p.Phase.StageOf(), p.Standing, p.PhaseSince, clock.DaysUntil(time.GetUtcNow().Today()), p.StartedOn, p.SocioEconomicModel,
            new(p.Need.Problem, p.Need.Beneficiaries),
            p.SolutionHypotheses,
            new(p.Model.ValueProposition, p.Model.ValueChain, p.Model.EconomicModel, p.Model.Positioning, p.Model.Governance, p.Model.TechnicalFramework),
            [.. territories.Select(mapper.Map<TerritoryReply>)],
            [.. stakeholders.Select(Show)],
            Gaps(p.Phase.StageOf(), stakeholders),
            [.. tags.Where(t => t.Dimension == TagDimension.Sdg).Select(t => int.Parse(t.Code, System.Globalization.CultureInfo.InvariantCulture))],
            [.. tags.Where(t => t.Dimension == TagDimension.Domain).Select(t => t.Code)],
            TakeOverDto.From(p.TakeOver) is { } takeOver ? takeOver with { Name = takeOver.Name ?? (takeOver.OrganisationId is { } t ? organisations.GetValueOrDefault(t) : null) } : null,
            p.OwnerOrganisationId, new(p.OwnerOrganisationId, p.OwnerOrganisation),
            await HoldingReply.ReadAsync(db, id, cancellationToken),
            [.. owners.OrderBy(o => o.Value, StringComparer.Ordinal).Select(o => new NamedRef(o.Key, o.Value))],
            p.Version,
            [.. permitted]);

        StakeholderReply Show(Stakeholder stakeholder)
        {
            var shown = mapper.Map<StakeholderReply>(stakeholder);
            if (shown is { Name: null, OrganisationId: { } organisation }) shown.Name = organisations.GetValueOrDefault(organisation);
            return shown;
        }
    }

    private static IReadOnlyList<StakeholderGap> Gaps(Stage stage, List<Stakeholder> stakeholders) =>
    [
        .. Enum.GetValues<StakeholderKind>().Select(kind =>
        {
            var level = stakeholders.Where(s => s.Kind == kind).Select(s => s.Level).DefaultIfEmpty(0).Max();
            var expected = StakeholderTable.Expected(kind, stage);
            return new StakeholderGap(kind, level, expected, expected - level);
        }),
    ];
}

/// <summary>Flat maps between classes, outwards only; what is a record, or holds one, is projected by hand (docs/adr/0003).</summary>
public sealed class ProjectMaps : Profile
{
    /// <summary>Territories and stakeholders.</summary>
    public ProjectMaps()
    {
        CreateMap<Territory, TerritoryReply>();
        CreateMap<Stakeholder, StakeholderReply>();
    }
}
