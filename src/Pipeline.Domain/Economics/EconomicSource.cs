using Pipeline.Domain.Common;

namespace Pipeline.Domain.Economics;

/// <summary>Where a project's money comes from (RC l.624-641).</summary>
public enum EconomicSource
{
    /// <summary>The state, regions, towns.</summary>
    [Label("Public")]
    Public = 1,

    /// <summary>Sponsors and foundations.</summary>
    [Label("Private (sponsors, foundations)", "Privé (mécénat, fondations)")]
    Private,

    /// <summary>What those pay who use it.</summary>
    [Label("Earned income", "Revenus d'activité")]
    Earned,

    /// <summary>Anything else; this product's own.</summary>
    [Label("Other", "Autre")]
    Other,
}
