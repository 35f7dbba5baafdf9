using Pipeline.Application.Indicators;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Indicators of projects: what they were last read as, and what is aimed at.</summary>
internal static class IndicatorRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<IndicatorRow> Register = new(
        "Indicators",
        new("Indicators", "Indicateurs"),
        [
            Columns.Project<IndicatorRow>(r => r.ProjectCode),
            Columns.ProjectName<IndicatorRow>(r => r.ProjectName),
            new(
                "code",
                new("Indicator code", "Code de l'indicateur"),
                new("Of the lead portfolio's list.", "De la liste du portefeuille chef de file."),
                CellKind.Text,
                18,
                r => r.Code
            ),
            new(
                "name",
                new("Indicator", "Indicateur"),
                new("What it is called.", "Son nom."),
                CellKind.Text,
                40,
                r => r.Name
            ),
            new("unit", new("Unit", "Unité"), new("In what.", "En quoi."), CellKind.Text, 16, r => r.Unit),
            new(
                "direction",
                new("Direction", "Sens"),
                new("Which way is better.", "Dans quel sens c'est mieux."),
                CellKind.Text,
                14,
                r => r.Direction
            ),
            new(
                "totalled",
                new("Total", "Total"),
                new(
                    "Whether values of several projects add up; they are never averaged.",
                    "Si les valeurs de plusieurs projets s'additionnent ; jamais de moyenne."
                ),
                CellKind.Text,
                12,
                r => r.Totalled
            ),
            new(
                "value",
                new("Value", "Valeur"),
                new("What it was last read as, by the day.", "Le dernier relevé, à ce jour."),
                CellKind.Number,
                16,
                r => r.Value
            ),
            new(
                "on",
                new("Read on", "Relevé au"),
                new("The day of that reading.", "Le jour de ce relevé."),
                CellKind.Date,
                12,
                r => r.On
            ),
            new(
                "periodStart",
                new("Counted from", "Compté depuis"),
                new("The first day of what was counted.", "Le premier jour de ce qui a été compté."),
                CellKind.Date,
                12,
                r => r.PeriodStart
            ),
            new(
                "territory",
                new("Territory", "Territoire"),
                new("Where it was taken.", "Où il a été relevé."),
                CellKind.Text,
                24,
                r => r.Territory
            ),
            new(
                "source",
                new("Source", "Source"),
                new("Where the value comes from.", "D'où vient la valeur."),
                CellKind.Text,
                30,
                r => r.Source
            ),
            new(
                "baseline",
                new("Baseline", "Départ"),
                new("Where it was at first.", "La valeur de départ."),
                CellKind.Number,
                16,
                r => r.Baseline
            ),
            new(
                "baselineOn",
                new("Baseline on", "Départ au"),
                new("The day of the baseline.", "Le jour de la valeur de départ."),
                CellKind.Date,
                12,
                r => r.BaselineOn
            ),
            new(
                "target",
                new("Target", "Cible"),
                new("What is aimed at.", "Ce qui est visé."),
                CellKind.Number,
                16,
                r => r.Target
            ),
            new(
                "targetOn",
                new("Target on", "Cible au"),
                new("The day by which.", "Le jour visé."),
                CellKind.Date,
                12,
                r => r.TargetOn
            ),
            new(
                "readings",
                new("Readings", "Relevés"),
                new("How many stand, by the day.", "Combien, à ce jour, annulés exclus."),
                CellKind.Whole,
                10,
                r => r.Readings
            ),
            Columns.ProjectId<IndicatorRow>(r => r.ProjectId),
        ]
    );
}
