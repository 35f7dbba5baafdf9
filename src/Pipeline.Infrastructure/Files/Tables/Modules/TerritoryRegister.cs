using Pipeline.Application.Territories;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Where projects are tried out and deployed.</summary>
internal static class TerritoryRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<TerritoryRow> Register = new(
        "Territories",
        new("Territories", "Territoires"),
        [
            Columns.Project<TerritoryRow>(r => r.ProjectCode),
            Columns.ProjectName<TerritoryRow>(r => r.ProjectName),
            new(
                "territory",
                new("Territory", "Territoire"),
                new("As people there call it.", "Comme on l'appelle sur place."),
                CellKind.Text,
                30,
                r => r.Name
            ),
            new(
                "role",
                new("Role", "Rôle"),
                new(
                    "Place of the experiment, of deployment, or both.",
                    "Terrain d'expérimentation, de déploiement, ou les deux."
                ),
                CellKind.Text,
                26,
                r => r.Role
            ),
            new(
                "level",
                new("Level", "Échelon"),
                new("Local to international.", "De local à international."),
                CellKind.Text,
                14,
                r => r.Level
            ),
            new(
                "region",
                new("Region", "Région"),
                new("The region that it lies in.", "La région où il se trouve."),
                CellKind.Text,
                24,
                r => r.Region
            ),
            new(
                "sizeSegment",
                new("Inhabitants", "Habitants"),
                new("By size.", "Par taille."),
                CellKind.Text,
                18,
                r => r.SizeSegment
            ),
            new(
                "since",
                new("Since", "Depuis"),
                new("Since when the project acts there.", "Depuis quand le projet y agit."),
                CellKind.Date,
                12,
                r => r.Since
            ),
            new(
                "closedOn",
                new("Closed", "Clos le"),
                new("From when it acts there no more.", "À partir de quand il n'y agit plus."),
                CellKind.Date,
                12,
                r => r.ClosedOn
            ),
            new(
                "adaptation",
                new("Adaptation", "Adaptation"),
                new("What was changed for the place.", "Ce qui a été changé pour le lieu."),
                CellKind.Text,
                50,
                r => r.Adaptation
            ),
            new(
                "carrier",
                new("Carried by", "Porté par"),
                new("Who carries the project there.", "Qui y porte le projet."),
                CellKind.Text,
                30,
                r => r.Carrier
            ),
            Columns.ProjectId<TerritoryRow>(r => r.ProjectId),
        ]
    );
}
