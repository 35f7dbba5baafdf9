using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>At which level an impact shows.</summary>
public enum ImpactLevel
{
    /// <summary>Among many organisations.</summary>
    [Label("Ecosystem", "Écosystème")]
    Ecosystem = 1,

    /// <summary>Within one organisation.</summary>
    [Label("Organisation")]
    Organisation,

    /// <summary>With single people.</summary>
    [Label("Individual", "Individu")]
    Individual,
}
