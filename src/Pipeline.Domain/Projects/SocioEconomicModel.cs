using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>How a project pays for itself. Passing from the one to the other is the known hard point (RC 4-2).</summary>
public enum SocioEconomicModel
{
    /// <summary>Subsidised: it cannot pay for itself. Holds up to modelling (RC 4-2).</summary>
    [Label("Research and development", "Recherche et développement")]
    ResearchAndDevelopment = 1,

    /// <summary>Viable in the long run. Required from scaling-out on (RC 4-2).</summary>
    [Label("Operator", "Opérateur")]
    Operator,
}
