namespace Pipeline.Domain.Reference;

/// <summary>The ten profiles of actors: what an organisation, or a person, is in the field (ECO).</summary>
public enum ActorProfile
{
    /// <summary>Citoyen: a person acting on their own account (ECO).</summary>
    Citizen = 1,

    /// <summary>Collectivité territoriale: a municipality, a département, a region (ECO).</summary>
    LocalAuthority,

    /// <summary>Entreprise (ECO).</summary>
    Company,

    /// <summary>Association (ECO).</summary>
    Association,

    /// <summary>Fondation (ECO).</summary>
    Foundation,

    /// <summary>Investisseur (ECO).</summary>
    Investor,

    /// <summary>Académique: research and higher education (ECO).</summary>
    Academic,

    /// <summary>Ingénierie: those who accompany projects as their craft (ECO).</summary>
    Engineering,

    /// <summary>Média (ECO).</summary>
    Media,

    /// <summary>Institution: the State and other public or collective bodies (ECO).</summary>
    Institution,
}
