using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>The ten profiles of actors: what an organisation, or a person, is in the field (ECO).</summary>
public enum ActorProfile
{
    /// <summary>Citoyen: a person acting on their own account (ECO).</summary>
    [Label("Citizen", "Citoyen")]
    Citizen = 1,

    /// <summary>Collectivité territoriale: a municipality, a département, a region (ECO).</summary>
    [Label("Local authority", "Collectivité territoriale")]
    LocalAuthority,

    /// <summary>Entreprise (ECO).</summary>
    [Label("Company", "Entreprise")]
    Company,

    /// <summary>Association (ECO).</summary>
    [Label("Association")]
    Association,

    /// <summary>Fondation (ECO).</summary>
    [Label("Foundation", "Fondation")]
    Foundation,

    /// <summary>Investisseur (ECO).</summary>
    [Label("Investor", "Investisseur")]
    Investor,

    /// <summary>Académique: research and higher education (ECO).</summary>
    [Label("Academic", "Académique")]
    Academic,

    /// <summary>Ingénierie: those who accompany projects as their craft (ECO).</summary>
    [Label("Engineering", "Ingénierie")]
    Engineering,

    /// <summary>Média (ECO).</summary>
    [Label("Media", "Média")]
    Media,

    /// <summary>Institution: the State and other public or collective bodies (ECO).</summary>
    [Label("Institution")]
    Institution,
}
