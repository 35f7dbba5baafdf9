using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Projects;

/// <summary>A territory of a project.</summary>
public sealed class Territory
{
    private Territory() { }

    internal Territory(Guid id, int position, TerritoryDescription d) =>
        (Id, Position, Name, Level, Region, SizeSegment, Since, Role, Adaptation, CarrierOrganisationId, ClosedOn) = (
            id,
            position,
            d.Name,
            d.Level,
            d.Region,
            d.SizeSegment,
            d.Since,
            d.Role,
            d.Adaptation,
            d.CarrierOrganisationId,
            d.ClosedOn
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

    /// <summary>What it is to the project.</summary>
    public TerritoryRole Role { get; private init; }

    /// <summary>What was changed for the place.</summary>
    public string? Adaptation { get; private init; }

    /// <summary>Who carries it there; may be missing.</summary>
    public Guid? CarrierOrganisationId { get; private init; }

    /// <summary>From when it acts there no more.</summary>
    public DateOnly? ClosedOn { get; private init; }

    /// <summary>The same, as it is given.</summary>
    public TerritoryDescription Described() =>
        new(Name, Level, Region, SizeSegment, Since, Role, Adaptation, CarrierOrganisationId, ClosedOn);
}
