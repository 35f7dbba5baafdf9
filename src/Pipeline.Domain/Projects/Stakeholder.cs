namespace Pipeline.Domain.Projects;

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

    /// <summary>The same, as it is given.</summary>
    public StakeholderDescription Described() => new(Kind, Name, OrganisationId, Level);
}
