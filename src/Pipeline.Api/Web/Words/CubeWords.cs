using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A portfolio by two dimensions.</summary>
internal static class CubeWords
{
    public static readonly Text Title = new("Cube", "Cube"),
        Help =
            new(
                "The portfolio by any two dimensions. Money of a project with several values is shared out evenly, so that the cells add up to the ledger.",
                "Le portefeuille selon deux dimensions au choix. L'argent d'un projet à plusieurs valeurs est réparti également, si bien que les cellules s'additionnent au livre."
            ),
        Rows = new("Rows", "Lignes"),
        Columns = new("Columns", "Colonnes"),
        Measure = new("Measure", "Mesure"),
        Total = new("Total", "Total"),
        Show = new("Show", "Afficher"),
        Hidden =
            new(
                "Rows and columns without anything are left out here; the file has them.",
                "Les lignes et colonnes vides sont omises ici ; le fichier les contient."
            );
}
