using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>The dimensions by which a portfolio is broken down.</summary>
public enum TagDimension
{
    /// <summary>Sustainable Development Goal, 1 to 17.</summary>
    [Label("Sustainable Development Goal", "Objectif de développement durable")]
    Sdg = 1,

    /// <summary>Domain of fragility (ECO).</summary>
    [Label("Domain", "Domaine")]
    Domain,

    /// <summary>Region of a territory.</summary>
    [Label("Region", "Région")]
    Region,

    /// <summary>Level of a territory.</summary>
    [Label("Territorial level", "Échelon territorial")]
    Level,

    /// <summary>Size of a territory by inhabitants.</summary>
    [Label("Inhabitants", "Nombre d'habitants")]
    SizeSegment,
}
