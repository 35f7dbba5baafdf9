using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The list of projects.</summary>
internal static class ProjectListWords
{
    public static readonly Text SearchHelp = new("Name, code or summary", "Nom, code ou résumé"),
        Show = new("Show", "Afficher"),
        All = new("All", "Tous"),
        // Of what French counts as feminine: phases, stages, situations, regions.
        AllOfThese = new("All", "Toutes"),
        More = new("More filters", "Plus de filtres"),
        Stage = new("Stage", "Étape"),
        Sdg = new("Goal", "Objectif"),
        Domain = new("Domain", "Domaine"),
        Filtered = new("Filtered by", "Filtré par"),
        Chip = new("{0}:", "{0} :"),
        Remove = new("remove this filter", "retirer ce filtre"),
        Clear = new("Clear all", "Tout effacer"),
        Columns = new("Columns", "Colonnes"),
        ColumnsShown = new("Columns that are shown", "Colonnes affichées"),
        PageSize = new("Rows a page", "Lignes par page"),
        Csv = new("CSV", "CSV"),
        Files =
            new("All rows of this list, as they are filtered", "Toutes les lignes de cette liste, telle que filtrée"),
        Nothing = new("No project matches these filters.", "Aucun projet ne correspond à ces filtres."),
        NoneYet = new("There is no project here yet.", "Il n'y a encore aucun projet ici."),
        PhaseSince = new("In phase since", "Dans la phase depuis le"),
        Lead = new("Led by", "Chef de file"),
        Carrier = new("Carried by", "Porté par"),
        Code = new("Code", "Code"),
        Views = new("Saved views", "Vues enregistrées"),
        SharedBy = new("by {0}", "de {0}"),
        SharedWith = new("shared with {0}", "partagée avec {0}"),
        SaveView = new("Save this view", "Enregistrer cette vue"),
        SaveViewHelp =
            new(
                "Filters, order and columns are kept under a name; a view of yours that has the name already shows this from then on. It is yours alone, unless a manager of a portfolio shares it there.",
                "Filtres, tri et colonnes sont conservés sous un nom ; si l'une de vos vues porte déjà ce nom, elle montrera désormais ceci. La vue n'est qu'à vous, sauf si un gestionnaire d'un portefeuille l'y partage."
            ),
        ShareWith = new("Share with", "Partager avec"),
        ViewSaved = new("The view {0} is saved.", "La vue {0} est enregistrée."),
        ChangeView = new("Rename or share this view", "Renommer ou partager cette vue"),
        ChangeViewHelp =
            new(
                "It shows the same under another name, or to others.",
                "Elle montre la même chose sous un autre nom, ou à d'autres."
            ),
        ViewWithout =
            new(
                "The view “{0}” is shown without a part of it that this list does not know: {1}.",
                "La vue « {0} » est affichée sans une partie que cette liste ne connaît pas : {1}."
            ),
        RemoveView = new("Remove this view", "Supprimer cette vue"),
        RemoveViewQuestion =
            new(
                "The view {0} is removed, also for those whom it is shared with. The projects stay.",
                "La vue {0} est supprimée, aussi pour ceux avec qui elle est partagée. Les projets restent."
            ),
        ViewRemoved = new("The view {0} is removed.", "La vue {0} est supprimée.");

    /// <summary>What is counted, behind its number.</summary>
    public static Text Found(int count) =>
        count == 1 ? new("project", "projet") : new("projects", count == 0 ? "projet" : "projets");
}
