using System.Globalization;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A portfolio by two dimensions.</summary>
internal static class CubeWords
{
    public static readonly Text Title = new("Cube", "Cube"),
        Help =
            new(
                "The portfolio by any two dimensions. Money of a project with several values is shared out evenly, so that the cells add up to the ledger. A figure leads to the projects behind it.",
                "Le portefeuille selon deux dimensions au choix. L'argent d'un projet à plusieurs valeurs est réparti également, si bien que les cellules s'additionnent au livre. Un chiffre mène aux projets qui sont derrière."
            ),
        Rows = new("Rows", "Lignes"),
        Columns = new("Columns", "Colonnes"),
        Measure = new("Measure", "Mesure"),
        Total = new("Total", "Total"),
        Show = new("Show", "Afficher"),
        Sheet = new("Excel", "Excel"),
        Counted =
            new(
                "A project with several values counts in each of them; the total counts it once. Levers, funders and instruments are those of its commitments.",
                "Un projet à plusieurs valeurs compte dans chacune ; le total le compte une fois. Leviers, financeurs et instruments sont ceux de ses engagements."
            ),
        Hidden = new("Rows and columns without anything are left out.", "Les lignes et colonnes vides sont omises."),
        Shown = new("Every value is shown.", "Toutes les valeurs sont montrées."),
        ShowEmpty = new("Show them too", "Les montrer aussi"),
        HideEmpty = new("Leave out what is empty", "Omettre ce qui est vide"),
        Nothing = new("There is nothing here on this day.", "Il n'y a rien ici à cette date."),
        Back = new("Back to the cube", "Retour au cube"),
        Every = new("every value", "toutes les valeurs"),
        Of = new("{0}: {1}", "{0} : {1}"),
        Project = new("Project", "Projet"),
        Part = new("Its part", "Sa part");

    /// <summary>A figure of a cube, an amount or a number of projects.</summary>
    public static decimal ValueOf(object value) =>
        value is MoneyDto money ? money.Amount : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
