using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The directory of organisations.</summary>
internal static class OrganisationWords
{
    public static readonly Text Add = new("Add an organisation", "Ajouter une organisation"),
        Added = new("The organisation is in the directory.", "L'organisation est dans l'annuaire."),
        Saved = new("The organisation is saved.", "L'organisation est enregistrée."),
        Part = new("Part of a name", "Partie d'un nom"),
        None = new("The directory is empty.", "L'annuaire est vide."),
        NoneSuch = new("No name has “{0}” in it.", "Aucun nom ne contient « {0} »."),
        All = new("Show all", "Tout afficher"),
        Profile = new("Kind", "Type"),
        Identifier = new("Identifier", "Identifiant"),
        Scheme = new("Public list", "Liste publique"),
        SchemeHelp = new("For example FR-SIRET, FR-SIREN or GB-CHC.", "Par exemple FR-SIRET, FR-SIREN ou GB-CHC."),
        Number = new("Number there", "Numéro dans cette liste"),
        Country = new("Country", "Pays"),
        Merge = new("Merge with another entry", "Fusionner avec une autre fiche"),
        MergeHelp =
            new(
                "Where {0} is in the directory twice: what refers to this entry reads as the other from now on, and both names and identifiers find it. Earlier views stay as they were.",
                "Lorsque {0} figure deux fois dans l'annuaire : ce qui renvoie à cette fiche se lit désormais comme l'autre, et les deux noms et identifiants la retrouvent. Les vues antérieures restent telles quelles."
            ),
        Into = new("The entry that stays", "La fiche qui reste"),
        IntoHelp =
            new(
                "Its name or its identifier. Where several could be meant, you choose among them.",
                "Son nom ou son identifiant. Si plusieurs peuvent être visées, vous choisissez entre elles."
            ),
        Candidates = new("Which one stays", "Laquelle reste"),
        SeveralOfName =
            new(
                "Several entries are called {0}: choose which one stays.",
                "Plusieurs fiches se nomment {0} : choisissez laquelle reste."
            ),
        NotQuite =
            new(
                "No other entry is called exactly {0}: choose among those that were found.",
                "Aucune autre fiche ne se nomme exactement {0} : choisissez parmi celles trouvées."
            ),
        NoOther =
            new(
                "No other entry has the name or identifier {0}.",
                "Aucune autre fiche n'a le nom ou l'identifiant {0}."
            ),
        TooManyOthers =
            new(
                "Many entries have {0} in their name: write more of it, or the identifier.",
                "Beaucoup de fiches contiennent {0} dans leur nom : écrivez-en davantage, ou l'identifiant."
            ),
        NoIdentifier = new("no identifier", "sans identifiant"),
        FormerNames = new("Also found as:", "Retrouvée aussi sous :"),
        Merged = new("Both are {0} from now on.", "Les deux sont désormais {0}."),
        Shared =
            new(
                "Everybody shares this directory: a change is seen on every project and portfolio.",
                "Cet annuaire est commun : une modification se voit sur tous les projets et portefeuilles."
            );

    /// <summary>How many projects an organisation carries.</summary>
    public static Text Projects(int count) =>
        Spelled.Of(count, new("{0} project", "{0} projet"), new("{0} projects", "{0} projets"));
}
