using Pipeline.Application.Observatory;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>What is known of fragilities, region by region, beside the portfolio's money: no column is totalled, and none is a mean.</summary>
internal static class ObservatoryRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<ObservatoryRow> Register = new(
        "Observatory",
        new("Observatory", "Observatoire"),
        [
            new(
                "domain",
                new("Domain", "Domaine"),
                new("Domain of fragility.", "Domaine de fragilité."),
                CellKind.Text,
                30,
                r => r.Domain
            ),
            new(
                "region",
                new("Region", "Région"),
                new("Where it was observed.", "Où elle a été observée."),
                CellKind.Text,
                26,
                r => r.Region
            ),
            new(
                "year",
                new("Year", "Année"),
                new("The newest year of the measure.", "L'année la plus récente de la mesure."),
                CellKind.Year,
                8,
                r => r.Year
            ),
            new(
                "viewpoint",
                new("Viewpoint", "Point de vue"),
                new(
                    "By data, or as those who were asked perceive it.",
                    "D'après les données, ou tel que perçu par les personnes interrogées."
                ),
                CellKind.Text,
                26,
                r => r.Viewpoint
            ),
            new(
                "value",
                new("Value", "Valeur"),
                new("In its unit; never averaged.", "Dans son unité ; jamais moyennée."),
                CellKind.Number,
                12,
                r => r.Value
            ),
            new(
                "unit",
                new("Unit", "Unité"),
                new("What the value is counted in.", "Ce dans quoi la valeur est comptée."),
                CellKind.Text,
                14,
                r => r.Unit
            ),
            new(
                "place",
                new("Lowest or highest", "Plus bas ou plus haut"),
                new(
                    "Where the region has the lowest or the highest value; nowhere, if all have the same.",
                    "Là où la région a la valeur la plus basse ou la plus haute ; nulle part, si toutes ont la même."
                ),
                CellKind.Text,
                18,
                r => r.Place
            ),
            new(
                "rank",
                new("Rank", "Rang"),
                new("As the source gives it.", "Tel que la source le donne."),
                CellKind.Whole,
                8,
                r => r.Rank
            ),
            new(
                "sampleSize",
                new("Asked", "Interrogés"),
                new("How many were asked.", "Combien de personnes ont été interrogées."),
                CellKind.Whole,
                12,
                r => r.SampleSize
            ),
            new(
                "source",
                new("Source", "Source"),
                new("Who publishes it.", "Qui la publie."),
                CellKind.Text,
                34,
                r => r.Source
            ),
            new(
                "citation",
                new("Citation", "Citation"),
                new("Where it is published.", "Où elle est publiée."),
                CellKind.Text,
                30,
                r => r.Citation
            ),
            new(
                "committed",
                new("Committed here", "Engagé ici"),
                new(
                    "The portfolio's money of this domain and region, the same in each of their lines.",
                    "L'argent du portefeuille pour ce domaine et cette région, le même sur chacune de leurs lignes."
                ),
                CellKind.Money,
                16,
                r => r.Committed
            ),
            new(
                "delivered",
                new("Delivered here", "Versé ici"),
                new("Likewise.", "De même."),
                CellKind.Money,
                16,
                r => r.Delivered
            ),
            new(
                "projects",
                new("Projects here", "Projets ici"),
                new(
                    "How many of the portfolio's projects are of this domain and region, with money or without.",
                    "Combien de projets du portefeuille relèvent de ce domaine et de cette région, avec ou sans argent."
                ),
                CellKind.Whole,
                14,
                r => r.Projects
            ),
        ]
    );
}
