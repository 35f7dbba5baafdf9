using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>Of whom or of what an impact is, within its kind (RC l.84-118).</summary>
public enum ImpactFacet
{
    /// <summary>Performance of companies, through their responsibility.</summary>
    [Label("Economic actors", "Acteurs économiques")]
    EconomicActors = 1,

    /// <summary>Performance of bodies of general interest, through hybrid models.</summary>
    [Label("Bodies of general interest", "Structures d'intérêt général")]
    GeneralInterestBodies,

    /// <summary>Performance of public actors, who build policies with others.</summary>
    [Label("Public actors", "Acteurs publics")]
    PublicActors,

    /// <summary>Innovation that answers needs on the spot.</summary>
    [Label("Territorial", "Territoriale")]
    Territorial,

    /// <summary>Innovation that transforms at large scale.</summary>
    [Label("Societal", "Sociétale")]
    Societal,

    /// <summary>Trust of people, who want to commit themselves.</summary>
    [Label("People", "Hommes")]
    People,

    /// <summary>Trust of territories in what they can do together.</summary>
    [Label("Territories", "Territoires")]
    Territories,
}
