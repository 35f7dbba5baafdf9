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
        Chip = new("{0}:", "{0} :"),
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
        SaveView = new("Save this view", "Enregistrer cette vue"),
        SaveViewHelp =
            new(
                "Filters, order and columns are kept under a name. The view is yours alone, unless you share it with a portfolio.",
                "Filtres, tri et colonnes sont conservés sous un nom. La vue n'est qu'à vous, sauf si vous la partagez avec un portefeuille."
            ),
        ShareWith = new("Share with", "Partager avec"),
        ViewSaved = new("The view {0} is kept.", "La vue {0} est enregistrée."),
        Forget = new("Forget this view", "Supprimer cette vue"),
        ForgetQuestion = new("{0} is forgotten, for whoever it was shared with too.", "{0} est supprimée, aussi pour ceux avec qui elle était partagée."),
        ViewForgotten = new("The view {0} is forgotten.", "La vue {0} est supprimée.");

    /// <summary>What is counted, behind its number.</summary>
    public static Text Found(int count) =>
        count == 1 ? new("project", "projet") : new("projects", count == 0 ? "projet" : "projets");
}
