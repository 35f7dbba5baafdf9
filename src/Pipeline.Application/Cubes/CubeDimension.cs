using Pipeline.Domain.Common;

namespace Pipeline.Application.Cubes;

/// <summary>What a portfolio is laid out by: domains, actors and territories (ECO), and what its money is for.</summary>
public enum CubeDimension
{
    /// <summary>Domain of fragility of the project.</summary>
    [Label("Domain", "Domaine")]
    Domain = 1,

    /// <summary>Family of its domains; a project with two domains of one family counts there with both.</summary>
    [Label("Family of domains", "Famille de domaines")]
    Family,

    /// <summary>Sustainable Development Goal of the project.</summary>
    [Label("Sustainable Development Goal", "Objectif de développement durable")]
    Sdg,

    /// <summary>Region of its territories.</summary>
    [Label("Region", "Région")]
    Region,

    /// <summary>Level of its territories.</summary>
    [Label("Territorial level", "Échelon territorial")]
    Level,

    /// <summary>Size of its territories by inhabitants.</summary>
    [Label("Inhabitants", "Nombre d'habitants")]
    SizeSegment,

    /// <summary>Profile of the organisation that carries it.</summary>
    [Label("Profile of the owner", "Profil du porteur")]
    ActorProfile,

    /// <summary>Profile of the organisation that funds; what is planned names none. Of projects, those of their commitments.</summary>
    [Label("Profile of the funder", "Profil du financeur")]
    FunderProfile,

    /// <summary>The phase that money is for; of projects, the one that they are in.</summary>
    [Label("Phase")]
    Phase,

    /// <summary>The lever that money is for; of projects, those of their commitments.</summary>
    [Label("Lever", "Levier")]
    Lever,

    /// <summary>By which kind of contract it is given; what is planned says none. Of projects, those of their commitments.</summary>
    [Label("Instrument")]
    Instrument,
}
