using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>
/// How large an organisation is: each size leans on another lever of action, and works by other methods (ECO l.1051-1074). The source names the four without
/// limits of staff or turnover, so whoever adds an organisation judges.
/// </summary>
public enum OrganisationSize
{
    /// <summary>TPE (ECO l.1071).</summary>
    [Label("Very small", "Très petite (TPE)")]
    VerySmall = 1,

    /// <summary>PME: small or medium (ECO l.1072).</summary>
    [Label("Small or medium", "Petite ou moyenne (PME)")]
    Small,

    /// <summary>ETI: between the small or medium and the large (ECO l.1072).</summary>
    [Label("Intermediate", "De taille intermédiaire (ETI)")]
    Intermediate,

    /// <summary>Grande entreprise (ECO l.1072).</summary>
    [Label("Large", "Grande")]
    Large,
}
