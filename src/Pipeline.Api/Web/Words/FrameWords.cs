using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What stands on every page, and what parts say by themselves.</summary>
internal static class FrameWords
{
    public static readonly Text Skip = new("Skip to the content", "Aller au contenu"),
        Main = new("Main", "Principale"),
        Home = new("Home", "Accueil"),
        Dashboard = new("Dashboard", "Tableau de bord"),
        Projects = new("Projects", "Projets"),
        Reviews = new("Reviews", "Validations"),
        Imports = new("Imports", "Imports"),
        Exports = new("Exports", "Exports"),
        Administration = new("Administration", "Administration"),
        Light = new("Light", "Clair"),
        Dark = new("Dark", "Sombre"),
        SignOut = new("Sign out", "Se déconnecter"),
        Foot =
            new(
                "Pipeline follows investment in social innovation, from conception to industrialisation.",
                "Pipeline suit l'investissement dans l'innovation sociale, de la conception à l'industrialisation."
            ),
        Docs = new("Documentation for developers", "Documentation pour développeurs"),
        Colon = new(":", " :"),
        NotDone = new("This was not done", "Cela n'a pas été fait"),
        Stale = new("Somebody else has changed this meanwhile", "Quelqu'un d'autre a modifié cela entre-temps"),
        StaleHelp =
            new(
                "What you typed is still here; where it differs, what is stored now stands below the field. Saving again replaces it by what you typed.",
                "Votre saisie est conservée ; là où elle diffère, la valeur enregistrée est indiquée sous le champ. Enregistrer de nouveau la remplace par votre saisie."
            ),
        Meanwhile = new("Stored now:", "Enregistré actuellement :"),
        Nothing = new("nothing", "rien"),
        Optional = new("(optional)", "(facultatif)"),
        Choose = new("Choose", "Choisir"),
        ChooseAll = new("Choose all", "Tout choisir"),
        Apply = new("Apply", "Appliquer"),
        Pages = new("Pages", "Pages"),
        Previous = new("Previous", "Précédente"),
        Next = new("Next", "Suivante"),
        PageOf = new("Page {0} of {1}", "Page {0} sur {1}"),
        Save = new("Save", "Enregistrer"),
        Another = new("Add another", "En ajouter"),
        Remove = new("Remove", "Retirer"),
        RowsHelp = new("What is left empty is left out.", "Ce qui reste vide est omis."),
        Cancel = new("Cancel", "Annuler"),
        Sending = new("Sending", "Envoi"),
        Copy = new("Copy", "Copier"),
        Copied = new("Copied", "Copié"),
        Search = new("Search", "Rechercher");
}
