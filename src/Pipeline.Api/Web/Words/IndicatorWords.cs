using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Indicators of portfolios and projects.</summary>
internal static class IndicatorWords
{
    public static readonly Text Title = new("Indicators", "Indicateurs"),
        Totals = new("Over all projects", "Sur tous les projets"),
        TotalsHelp =
            new(
                "Over the latest reading of each project. What does not add up is listed project by project; nothing is averaged.",
                "Sur le dernier relevé de chaque projet. Ce qui ne s'additionne pas est listé projet par projet ; rien n'est moyenné."
            ),
        NoList =
            new("This portfolio asks for no indicator yet.", "Ce portefeuille ne demande encore aucun indicateur."),
        NoneAsked =
            new(
                "The lead portfolio asks for no indicator yet.",
                "Le portefeuille chef de file ne demande encore aucun indicateur."
            ),
        Indicator = new("Indicator", "Indicateur"),
        Total = new("Total", "Total"),
        NotRead = new("Nobody has read it yet.", "Personne ne l'a encore relevé."),
        Projects = new("Projects", "Projets"),
        Between = new("Read on", "Relevés le"),
        To = new("to", "au"),
        Aim = new("Aimed at", "Visé"),
        Project = new("Project", "Projet"),
        Value = new("Value", "Valeur"),
        On = new("On", "Au"),
        Edit = new("What is asked for", "Ce qui est demandé"),
        EditHelp =
            new(
                "An indicator that is taken away is no longer asked for; what was read of it stays. Once there are readings the unit is fixed.",
                "Un indicateur retiré n'est plus demandé ; ses relevés restent. Dès qu'il y a des relevés, l'unité est fixe."
            ),
        Saved = new("The indicators are saved.", "Les indicateurs sont enregistrés."),
        NameEn = new("Name in English", "Nom en anglais"),
        NameFr = new("Name in French", "Nom en français"),
        Unit = new("Unit", "Unité"),
        Direction = new("Which way is better", "Dans quel sens c'est mieux"),
        Adds = new("Total over projects", "Total sur les projets"),
        Facet = new("Of whom or of what", "De qui ou de quoi"),
        Sdg = new("Sustainable development goal, 1 to 17", "Objectif de développement durable, 1 à 17"),
        Iris = new("IRIS+ metric", "Métrique IRIS+"),
        Readings = new("Readings", "Relevés"),
        NoReadings = new("No indicator was read yet.", "Aucun indicateur n'a encore été relevé."),
        Record = new("Record a reading", "Enregistrer un relevé"),
        Recorded = new("The reading is recorded.", "Le relevé est enregistré."),
        TakeBack = new("Take back", "Annuler"),
        TakeBackQuestion =
            new(
                "The reading no longer counts from the day below; it stays in the list.",
                "Le relevé ne compte plus à partir du jour ci-dessous ; il reste dans la liste."
            ),
        TakenBack = new("The reading is taken back.", "Le relevé est annulé."),
        TakenBackSince = new("taken back: {0}", "annulé : {0}"),
        Reversal = new("takes a reading back: {0}", "annule un relevé : {0}"),
        Targets = new("Where it is to go", "Ce qui est visé"),
        TargetsSaved = new("What is aimed at is saved.", "Ce qui est visé est enregistré."),
        TargetsHelp =
            new(
                "Leave both values empty where nothing is aimed at.",
                "Laissez les deux valeurs vides là où rien n'est visé."
            ),
        Baseline = new("Where it was at first", "Valeur de départ"),
        BaselineOn = new("On which day", "À quelle date"),
        Target = new("What is aimed at", "Valeur visée"),
        TargetOn = new("By which day", "Pour quelle date"),
        Source = new("Where the value comes from", "D'où vient la valeur"),
        PeriodStart = new("First day of what was counted", "Premier jour de ce qui a été compté"),
        Territory = new("Territory", "Territoire");
}
