using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Alliances;

/// <summary>The nine kinds of an alliance as installed. The sources count nine in four categories (KIT l.279-295) and do not name them: the names are this product's own.</summary>
public static class AllianceKinds
{
    /// <summary>By category, in its order.</summary>
    public static readonly IReadOnlyList<ReferenceEntry> Defaults =
    [
        Kind("financialSponsorship", "Financial sponsorship", "Mécénat financier", AllianceCategory.Sponsorship),
        Kind("inKindSponsorship", "Sponsorship in kind", "Mécénat en nature", AllianceCategory.Sponsorship),
        Kind("skillsSponsorship", "Skills sponsorship", "Mécénat de compétences", AllianceCategory.Sponsorship),
        Kind("jointBid", "Joint bid", "Réponse commune à un appel d'offres", AllianceCategory.EconomicCooperation),
        Kind("jointOffer", "Joint offer", "Offre commune", AllianceCategory.EconomicCooperation),
        Kind(
            "responsiblePurchasing",
            "Responsible purchasing",
            "Achats responsables",
            AllianceCategory.ResponsiblePractices
        ),
        Kind("humanResources", "Human resources", "Ressources humaines", AllianceCategory.ResponsiblePractices),
        Kind("changedPractices", "Changed practices", "Évolution des pratiques", AllianceCategory.ResponsiblePractices),
        Kind("societalRnd", "Societal research and development", "R&D sociétale", AllianceCategory.SocietalInnovation),
    ];

    private static ReferenceEntry Kind(string code, string en, string fr, AllianceCategory category) =>
        new(code, new(en, fr), Codes.Of(category));
}
