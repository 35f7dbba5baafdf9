using System.ComponentModel.DataAnnotations;
using AutoMapper;
using Pipeline.Application.Common;
using Pipeline.Application.Portfolios;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Projects;

/// <summary>The need and who has it.</summary>
public sealed record NeedDto(
    [property: StringLength(Limits.Pages)] string? Problem = null,
    [property: StringLength(Limits.Pages)] string? Beneficiaries = null
);

/// <summary>The model, chapter by chapter.</summary>
public sealed record ModelDto(
    [property: StringLength(Limits.Pages)] string? ValueProposition = null,
    [property: StringLength(Limits.Pages)] string? ValueChain = null,
    [property: StringLength(Limits.Pages)] string? EconomicModel = null,
    [property: StringLength(Limits.Pages)] string? Positioning = null,
    [property: StringLength(Limits.Pages)] string? ActorRoles = null,
    [property: StringLength(Limits.Pages)] string? Governance = null,
    [property: StringLength(Limits.Pages)] string? TechnicalFramework = null
);

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

    /// <summary>An experiment's, a deployment's, or both.</summary>
    public TerritoryRole Role { get; init; }

    /// <summary>What was changed for the place.</summary>
    public string? Adaptation { get; init; }

    /// <summary>Who carries it there.</summary>
    public Guid? CarrierOrganisationId { get; init; }

    /// <summary>The same with its name.</summary>
    public NamedRef? CarrierOrganisation { get; set; }

    /// <summary>From when it acts there no more.</summary>
    public DateOnly? ClosedOn { get; init; }
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
    IReadOnlyList<Trigger> Permitted
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Flat maps between classes, outwards only; what is a record, or holds one, is projected by hand (docs/adr/0003).</summary>
public sealed class ProjectMaps : Profile
{
    /// <summary>Territories and stakeholders.</summary>
    public ProjectMaps()
    {
        CreateMap<Territory, TerritoryReply>().ForMember(t => t.CarrierOrganisation, o => o.Ignore());
        CreateMap<Stakeholder, StakeholderReply>();
    }
}
