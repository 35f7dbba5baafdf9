using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What is looked after, and by whom.</summary>
internal static class AdministrationWords
{
    public static readonly Text Places = new("Parts of the administration", "Parties de l'administration"),
        Lead =
            new(
                "Who works here, on which portfolios, by which rules.",
                "Qui travaille ici, sur quels portefeuilles, selon quelles règles."
            ),
        Portfolios = new("Portfolios", "Portefeuilles"),
        PortfoliosHelp =
            new(
                "The rules of each: who reviews, which shares are aimed at, what bars a passage. Its people and keys.",
                "Les règles de chacun : qui valide, quelles parts sont visées, ce qui bloque un passage. Ses personnes et ses clés."
            ),
        People = new("People", "Personnes"),
        PeopleHelp =
            new(
                "Who can sign in: invite, lock, give roles.",
                "Qui peut se connecter : inviter, verrouiller, donner des rôles."
            ),
        Organisations = new("Organisations", "Organisations"),
        OrganisationsHelp =
            new(
                "The directory that everybody shares: funders, carriers of projects, public bodies.",
                "L'annuaire commun : financeurs, porteurs de projets, pouvoirs publics."
            ),
        Reference = new("Reference data", "Données de référence"),
        ReferenceHelp =
            new(
                "What each phase needs of each lever, and the published figures that shares are shown beside.",
                "Ce dont chaque phase a besoin de chaque levier, et les chiffres publiés auxquels les parts sont comparées."
            ),
        Audit = new("Audit", "Audit"),
        AuditHelp =
            new(
                "Every change, by whom and when, and the proof that nobody has rewritten it.",
                "Chaque modification, par qui et quand, et la preuve que personne ne l'a réécrite."
            );
}
