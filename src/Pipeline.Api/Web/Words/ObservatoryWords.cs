using Pipeline.Application.Observatory;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What is fragile where, and the money beside it.</summary>
internal static class ObservatoryWords
{
    public static readonly Text Title = new("Observatory", "Observatoire"),
        Help =
            new(
                "What is fragile where, as measured and as perceived, beside this portfolio's money. Values of regions are never averaged: each region, the lowest and the highest.",
                "Ce qui est fragile et où, tel que mesuré et tel que perçu, à côté de l'argent de ce portefeuille. Les valeurs des régions ne sont jamais moyennées : chaque région, la plus basse et la plus haute."
            ),
        None = new("Nothing is observed yet.", "Aucune observation pour l'instant."),
        NotAsked = new("Nothing is observed of this.", "Aucune observation à ce sujet."),
        Domain = new("Domain", "Domaine"),
        Newest = new("The newest", "La plus récente"),
        Year = new("Year", "Année"),
        Region = new("Region", "Région"),
        LowestValue = new("Lowest", "Plus basse"),
        HighestValue = new("Highest", "Plus haute"),
        Map = new("{0}, region by region", "{0}, région par région"),
        Committed = new("Committed here", "Engagé ici"),
        Delivered = new("Delivered here", "Versé ici"),
        Projects = new("Projects", "Projets"),
        Absent = new("Observed, and nothing is committed", "Observé, et rien n'est engagé"),
        Together =
            new("Region by region, with this portfolio's money", "Région par région, avec l'argent de ce portefeuille"),
        National = new("The whole country", "Tout le pays"),
        Figure = new("Figure", "Chiffre"),
        Of = new("Of whom", "Auprès de qui"),
        Value = new("Value", "Valeur"),
        Source = new("Source", "Source"),
        Percent = new("{0}%", "{0} %"),
        Millions = new("{0} millions", "{0} millions"),
        Rank = new("rank {0}", "rang {0}"),
        Asked = new("{0} asked", "{0} interrogés"),
        Viewpoint = new("Viewpoint", "Point de vue"),
        Unit = new("Unit", "Unité"),
        Regions = new("Regions", "Régions"),
        Known = new("What is known", "Ce qui est connu"),
        AdministrationHelp =
            new("published values of the regions, from files", "valeurs publiées des régions, issues de fichiers"),
        UploadHelp =
            new(
                "A line for each region, domain, year, source, viewpoint and unit; rank and sample size may be left out. A file with an error is refused whole. A later value of the same thing takes the place of the earlier one, which is kept.",
                "Une ligne par région, domaine, année, source, point de vue et unité ; rang et taille d'échantillon peuvent manquer. Un fichier fautif est refusé en entier. Une valeur ultérieure de la même chose remplace la précédente, qui est conservée."
            ),
        ValuesHelp =
            new(
                "Headings, regions, domains and viewpoints may be in English or French. Viewpoints: {0}.",
                "Les en-têtes, régions, domaines et points de vue peuvent être en français ou en anglais. Points de vue : {0}."
            ),
        WouldBeRefused =
            new(
                "A file with errors is refused whole: mend these rows first.",
                "Un fichier qui contient des erreurs est refusé en entier : corrigez d'abord ces lignes."
            ),
        FileHelp = new("CSV or Excel (.xlsx).", "CSV ou Excel (.xlsx)."),
        Refused =
            new(
                "Nothing was written. Mend the rows and bring the file in again.",
                "Rien n'a été écrit. Corrigez les lignes et réimportez le fichier."
            );

    /// <summary>The headings of a file, the same in every language.</summary>
    public const string Headings = "region, domain, year, source, viewpoint, value, unit, rank, sampleSize, citation";

    /// <summary>What tells a measure from the others of its domain.</summary>
    public static string NameOf(ObservedMeasure measure) =>
        $"{measure.ViewpointLabel}, {measure.Source}, {measure.Unit}, {measure.Year}";
}
