using Pipeline.Application.Impacts;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Impacts of projects, and where they stand.</summary>
internal static class ImpactRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<ImpactRow> Register = new(
        "Impacts",
        new("Impacts", "Impacts"),
        [
            Columns.Project<ImpactRow>(r => r.ProjectCode),
            Columns.ProjectName<ImpactRow>(r => r.ProjectName),
            new(
                "statement",
                new("Impact", "Impact"),
                new("What will be different.", "Ce qui sera différent."),
                CellKind.Text,
                50,
                r => r.Statement
            ),
            new(
                "kind",
                new("Kind", "Nature"),
                new(
                    "Performance, innovation or trust: each has its own clock.",
                    "Performance, innovation ou confiance : à chacune son temps."
                ),
                CellKind.Text,
                16,
                r => r.Kind
            ),
            new(
                "facet",
                new("Facet", "Facette"),
                new("Of whom or of what.", "De qui ou de quoi."),
                CellKind.Text,
                26,
                r => r.Facet
            ),
            new(
                "foreseen",
                new("Foreseen", "Anticipation"),
                new("How it was looked for.", "Comment il était attendu."),
                CellKind.Text,
                18,
                r => r.Foreseen
            ),
            new(
                "dimension",
                new("Dimension", "Dimension"),
                new("One of six.", "Une parmi six."),
                CellKind.Text,
                20,
                r => r.Dimension
            ),
            new(
                "level",
                new("Level", "Niveau"),
                new("Where it shows.", "Où il se manifeste."),
                CellKind.Text,
                16,
                r => r.Level
            ),
            new(
                "beneficiaries",
                new("Beneficiaries", "Bénéficiaires"),
                new("For whom.", "Pour qui."),
                CellKind.Text,
                34,
                r => r.Beneficiaries
            ),
            new(
                "since",
                new("Since", "Depuis"),
                new("The day its clock runs from.", "Le jour dont part son temps."),
                CellKind.Date,
                12,
                r => r.Since
            ),
            new(
                "state",
                new("State", "État"),
                new("Too early, due or read, on the day.", "Trop tôt, à constater ou constaté, ce jour."),
                CellKind.Text,
                14,
                r => r.State
            ),
            new(
                "dueOn",
                new("Due on", "Échéance"),
                new(
                    "Its next horizon, or the one that has passed unread.",
                    "Son prochain horizon, ou celui qui est passé sans constat."
                ),
                CellKind.Date,
                12,
                r => r.DueOn
            ),
            new(
                "outcome",
                new("Outcome", "Constat"),
                new(
                    "What the last reading after the horizon found.",
                    "Ce qu'a donné le dernier constat après l'horizon."
                ),
                CellKind.Text,
                16,
                r => r.Outcome
            ),
            new(
                "readings",
                new("Readings", "Constats"),
                new("How many, signs before the horizon included.", "Combien, signes avant l'horizon compris."),
                CellKind.Whole,
                10,
                r => r.Readings
            ),
            new(
                "lastReading",
                new("Last reading", "Dernier constat"),
                new("Its day.", "Son jour."),
                CellKind.Date,
                12,
                r => r.LastReading
            ),
            new("id", new("Id", "Id"), new("Of the impact.", "De l'impact."), CellKind.Text, 38, r => r.Id.ToString()),
            Columns.ProjectId<ImpactRow>(r => r.ProjectId),
            new(
                "lastNote",
                new("What was found", "Ce qui a été constaté"),
                new("In the words of the last reading.", "Selon le dernier constat."),
                CellKind.Text,
                50,
                r => r.LastNote
            ),
            new(
                "alliance",
                new("Alliance", "Alliance"),
                new("The alliance that brings it about.", "L'alliance qui le produit."),
                CellKind.Text,
                34,
                r => r.Alliance
            ),
            new(
                "indicators",
                new("Indicators", "Indicateurs"),
                new("By which it is followed.", "Par lesquels il est suivi."),
                CellKind.Text,
                40,
                r => r.Indicators
            ),
            new(
                "firstIntuition",
                new("First intuition", "Première intuition"),
                new("What was expected at first.", "Ce qui était attendu au départ."),
                CellKind.Text,
                44,
                r => r.FirstIntuition
            ),
        ]
    );
}
