using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What partners do together, with the share of French partnerships in 2015; categories do not exclude each other (KIT l.12).</summary>
public enum AllianceCategory
{
    /// <summary>Changing how one of them works; 42 %.</summary>
    [Label("Responsible practices", "Pratiques responsables")]
    ResponsiblePractices = 1,

    /// <summary>Giving money, things or skills; 30 %.</summary>
    [Label("Sponsorship", "Mécénat")]
    Sponsorship,

    /// <summary>Offering and selling together; 25 %.</summary>
    [Label("Economic cooperation", "Coopération économique")]
    EconomicCooperation,

    /// <summary>Looking for new answers; 16 %.</summary>
    [Label("Societal innovation", "Innovation sociétale")]
    SocietalInnovation,
}
