using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What a territory is to a project (CT l.954-998: upstream a place of experiments, downstream one that adapts what comes). Stored as a number: members are added, never renamed.</summary>
public enum TerritoryRole
{
    /// <summary>The solution is tried out there.</summary>
    [Label("Place of the experiment", "Terrain d'expérimentation")]
    Experiment = 1,

    /// <summary>What was tried out elsewhere is adapted there.</summary>
    [Label("Territory of deployment", "Territoire de déploiement")]
    Deployment,

    /// <summary>It was tried out there, and goes on.</summary>
    [Label("Both", "Les deux")]
    Both,
}
