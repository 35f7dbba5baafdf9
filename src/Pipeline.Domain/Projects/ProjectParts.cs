using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Projects;

/// <summary>How a portfolio holds a project.</summary>
public enum HoldingKind
{
    /// <summary>Its policy rules the project's gates, its managers decide. One a project.</summary>
    Lead = 1,

    /// <summary>It takes part in funding.</summary>
    CoFunder,
}

/// <summary>A project's place in a portfolio, closed rather than removed, so that a past view finds it again.</summary>
public sealed class Holding
{
    private Holding() { }

    internal Holding(Guid id, Guid projectId, Guid portfolioId, HoldingKind kind, DateTimeOffset now) =>
        (Id, ProjectId, PortfolioId, Kind, RecordedAt) = (id, projectId, portfolioId, kind, now);

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The portfolio.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>Lead or co-funder.</summary>
    public HoldingKind Kind { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was closed (UTC); null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }
}

/// <summary>The dimensions by which a portfolio is broken down.</summary>
public enum TagDimension
{
    /// <summary>Sustainable Development Goal, 1 to 17.</summary>
    Sdg = 1,

    /// <summary>Domain of fragility (ECO).</summary>
    Domain,

    /// <summary>Region of a territory.</summary>
    Region,
}

/// <summary>
/// One classification of a project. A project's money is divided evenly among the tags of a dimension, the odd cents going to the
/// first ones: hence <see cref="Position"/> and <see cref="Of"/>. Retired rather than removed, so that a past view finds it again.
/// </summary>
public sealed class ProjectTag
{
    private ProjectTag() { }

    internal ProjectTag(
        Guid id,
        Guid projectId,
        TagDimension dimension,
        string code,
        int position,
        int of,
        DateTimeOffset now
    ) =>
        (Id, ProjectId, Dimension, Code, Position, Of, RecordedAt) = (
            id,
            projectId,
            dimension,
            code,
            position,
            of,
            now
        );

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>Which dimension.</summary>
    public TagDimension Dimension { get; private init; }

    /// <summary>The code within it, for example <c>8</c>, <c>housing</c>, <c>bretagne</c>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>From 0 within the project's tags of this dimension.</summary>
    public int Position { get; private init; }

    /// <summary>How many tags of this dimension the project has.</summary>
    public int Of { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was replaced (UTC); null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }
}

/// <summary>Where a project acts.</summary>
/// <param name="Name">As people there call it.</param>
/// <param name="Level">Local to international.</param>
/// <param name="Region">Region code of the reference data, or missing.</param>
/// <param name="SizeSegment">By inhabitants, or missing.</param>
/// <param name="Since">Since when it acts there; without a date it does already, a later date is a plan.</param>
public sealed record TerritoryDescription(
    string Name,
    TerritorialLevel Level,
    string? Region,
    SizeSegment? SizeSegment,
    DateOnly? Since
);

/// <summary>A territory of a project.</summary>
public sealed class Territory
{
    private Territory() { }

    internal Territory(Guid id, int position, TerritoryDescription d) =>
        (Id, Position, Name, Level, Region, SizeSegment, Since) = (
            id,
            position,
            d.Name,
            d.Level,
            d.Region,
            d.SizeSegment,
            d.Since
        );

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>From 0, the order as given.</summary>
    public int Position { get; private init; }

    /// <summary>As people there call it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Local to international.</summary>
    public TerritorialLevel Level { get; private init; }

    /// <summary>Region code; may be missing.</summary>
    public string? Region { get; private init; }

    /// <summary>By inhabitants; may be missing.</summary>
    public SizeSegment? SizeSegment { get; private init; }

    /// <summary>Since when it acts there; may be missing.</summary>
    public DateOnly? Since { get; private init; }

    /// <summary>Whether it acts there on a day.</summary>
    public bool IsDeployed(DateOnly on) => Since is null || Since <= on;
}

/// <summary>Somebody to be mobilised.</summary>
/// <param name="Kind">As what (RC 5-2).</param>
/// <param name="Name">Who; may be missing.</param>
/// <param name="OrganisationId">The organisation, when the directory knows it.</param>
/// <param name="Level">How far mobilised, 0 to 3.</param>
public sealed record StakeholderDescription(StakeholderKind Kind, string? Name, Guid? OrganisationId, int Level);

/// <summary>A stakeholder of a project, with a level 0 to 3.</summary>
public sealed class Stakeholder
{
    private Stakeholder() { }

    internal Stakeholder(Guid id, int position, StakeholderDescription d) =>
        (Id, Position, Kind, Name, OrganisationId, Level) = (id, position, d.Kind, d.Name, d.OrganisationId, d.Level);

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>From 0, the order as given.</summary>
    public int Position { get; private init; }

    /// <summary>As what.</summary>
    public StakeholderKind Kind { get; private init; }

    /// <summary>Who; may be missing.</summary>
    public string? Name { get; private init; }

    /// <summary>The organisation; may be missing.</summary>
    public Guid? OrganisationId { get; private init; }

    /// <summary>0 to 3.</summary>
    public int Level { get; private init; }
}
