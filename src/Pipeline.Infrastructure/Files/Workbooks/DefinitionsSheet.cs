using System.Globalization;
using ClosedXML.Excel;
using Pipeline.Application.Exports;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>What was asked, and what every column means.</summary>
internal sealed class DefinitionsSheet(IXLWorksheet sheet, PortfolioReport report, IReadOnlyList<ModuleSheet> modules)
    : IModuleSheetVisitor<bool>
{
    private int _row = 1;

    public void Write(SheetNames names)
    {
        HouseStyle.Base(sheet);
        sheet.Column(1).Width = 26;
        sheet.Column(2).Width = 28;
        sheet.Column(3).Width = 90;
        var d = report.Dashboard;
        HouseStyle.Section(sheet.Cell(_row++, 1), In("What was asked", "Ce qui a été demandé"));
        Fact(In("Portfolio", "Portefeuille"), $"{d.Portfolio.Code}, {d.Portfolio.Name}");
        Fact(In("As of", "Au"), d.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Fact(
            In("Known at (UTC)", "Connu le (UTC)"),
            d.KnownAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        );
        Fact(In("Filters", "Filtres"), In("none: the whole portfolio", "aucun : tout le portefeuille"));
        Fact(
            In("Judged by", "Jugé selon"),
            In(
                $"a ratio is near within {Percent('.')}% of its threshold, relative to it; spread means {report.Policy.SpreadTerritories} territories; a report waits {report.Policy.ReviewDays} days at most (where a portfolio says nothing, this product's defaults: 10%, 3, 14)",
                $"un ratio est proche à moins de {Percent(',')} % de son seuil, en valeur relative ; l'essaimage s'entend sur {report.Policy.SpreadTerritories} territoires ; un passage attend sa décision {report.Policy.ReviewDays} jours au plus (si le portefeuille n'en dit rien, valeurs par défaut de ce produit : 10 %, 3, 14)"
            )
        );
        Fact(
            In("Projects left", "Projets quittés"),
            In(
                "Their money stays in the books: in Summary, Commitments and Deliveries, and not in Projects.",
                "Leur argent reste dans les livres : dans Synthèse, Engagements et Versements, et non dans Projets."
            )
        );
        Fact(In("Requested by", "Demandé par"), report.RequestedBy);
        Fact(
            In("Generated at (UTC)", "Produit le (UTC)"),
            report.GeneratedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        );
        Fact(In("Language", "Langue"), In("English", "Français"));
        Fact(In("Version", "Version"), $"Pipeline {ProductVersion.Release}");
        Fact(
            In("Long texts", "Textes longs"),
            In(
                $"Texts over {CellText.Most} characters are cut with an ellipsis; control characters are left out.",
                $"Les textes de plus de {CellText.Most} caractères sont coupés par des points de suspension ; les caractères de contrôle sont omis."
            )
        );

        _row++;
        HouseStyle.Section(sheet.Cell(_row++, 1), In("What the columns mean", "Ce que les colonnes signifient"));
        var heading = _row;
        sheet.Cell(_row, 1).SetValue(In("Sheet", "Feuille"));
        sheet.Cell(_row, 2).SetValue(In("Column", "Colonne"));
        sheet.Cell(_row++, 3).SetValue(In("Meaning", "Signification"));
        HouseStyle.Header(sheet.Range(heading, 1, heading, 3));
        Define(names.Projects, Columns.Projects);
        Define(names.Transitions, Columns.Transitions);
        Define(names.Plan, Columns.Plan);
        Define(names.Commitments, Columns.Commitments);
        Define(names.Deliveries, Columns.Deliveries);
        Define(names.Ratios, Columns.Ratios);
        Define(names.Evaluations, Columns.Evaluations);
        foreach (var module in modules)
            module.Accept(this);
        HouseStyle.Lines(sheet.Range(heading + 1, 1, _row - 1, 3));
        sheet.PageSetup.PrintAreas.Add(1, 1, _row - 1, 3);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Portrait;
    }

    /// <inheritdoc />
    bool IModuleSheetVisitor<bool>.Visit<TRow>(IEnumerable<TRow> rows)
    {
        var register = KnownRegisters.Of<TRow>();
        Define(register.Sheet.In(report.Language), register.Columns);
        return true;
    }

    private void Fact(string name, string value)
    {
        sheet.Cell(_row, 1).SetValue(name).Style.Font.Bold = true;
        sheet.Range(_row, 2, _row, 3).Merge();
        // SetValue writes text as text: what begins like a formula stays what it is, and the quote prefix keeps it so when somebody edits the cell.
        sheet.Cell(_row, 2).SetValue(CellText.Clean(value)).Style.IncludeQuotePrefix = FormulaText.Is(value);
        _row++;
    }

    private void Define<T>(string name, IReadOnlyList<Column<T>> columns)
    {
        foreach (var column in columns)
        {
            sheet.Cell(_row, 1).SetValue(name);
            sheet.Cell(_row, 2).SetValue(column.Heading.In(report.Language));
            sheet.Cell(_row, 3).SetValue(column.Definition.In(report.Language)).Style.Alignment.WrapText = true;
            _row++;
        }
    }

    private string Percent(char point) =>
        (100 * report.Policy.NearBand).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', point);

    private string In(string en, string fr) => report.Language == Language.Fr ? fr : en;
}
