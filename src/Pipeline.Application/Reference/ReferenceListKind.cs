namespace Pipeline.Application.Reference;

/// <summary>Lists of entries that an administrator may edit; stored under their codes.</summary>
public enum ReferenceListKind
{
    /// <summary>Kinds of alliances, by category.</summary>
    AllianceKinds = 1,

    /// <summary>Risks that are offered, by passage.</summary>
    Risks,
}
