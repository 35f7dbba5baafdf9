using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>The four families of the domains of fragility (ECO).</summary>
public enum DomainFamily
{
    /// <summary>Économique: employment, development, purchasing power (ECO).</summary>
    [Label("Economic", "Économique")]
    Economic = 1,

    /// <summary>Social: poverty, disability, ageing, social ties (ECO).</summary>
    [Label("Social")]
    Social,

    /// <summary>Sociétal: education, health, safety, digital access, culture (ECO).</summary>
    [Label("Societal", "Sociétal")]
    Societal,

    /// <summary>Environnemental: environment, housing, energy, mobility (ECO).</summary>
    [Label("Environmental", "Environnemental")]
    Environmental,
}
