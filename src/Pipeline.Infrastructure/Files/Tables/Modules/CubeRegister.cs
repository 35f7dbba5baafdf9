using Pipeline.Application.Cubes;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>A cube, a line a cell.</summary>
internal static class CubeRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<CubeRow> Register = new(
        "Cube",
        new("Cube", "Cube"),
        [
            new(
                "row",
                new("Row", "Ligne"),
                new("Code of the value down the side.", "Code de la valeur en ligne."),
                CellKind.Text,
                24,
                r => r.Row.Code
            ),
            new(
                "rowLabel",
                new("Row in words", "Ligne en clair"),
                new("What it is called.", "Son nom."),
                CellKind.Text,
                30,
                r => r.Row.Label
            ),
            new(
                "column",
                new("Column", "Colonne"),
                new("Code of the value across the top.", "Code de la valeur en colonne."),
                CellKind.Text,
                24,
                r => r.Column.Code
            ),
            new(
                "columnLabel",
                new("Column in words", "Colonne en clair"),
                new("What it is called.", "Son nom."),
                CellKind.Text,
                30,
                r => r.Column.Label
            ),
            new(
                "amount",
                new("Amount", "Montant"),
                new("Of the ledger that is measured; empty for projects.", "Du livre mesuré ; vide pour des projets."),
                CellKind.Money,
                16,
                r => r.Cents
            ),
            new(
                "currency",
                new("Currency", "Devise"),
                new("Of the portfolio.", "Du portefeuille."),
                CellKind.Text,
                10,
                r => r.Currency
            ),
            new(
                "projects",
                new("Projects", "Projets"),
                new("How many stand behind the cell.", "Combien sont derrière la cellule."),
                CellKind.Whole,
                10,
                r => r.Projects
            ),
        ]
    );
}
