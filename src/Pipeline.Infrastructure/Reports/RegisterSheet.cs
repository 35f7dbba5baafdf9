using ClosedXML.Excel;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Reports.Tables;

namespace Pipeline.Infrastructure.Reports;

/// <summary>
/// A register as a sheet: an Excel table with a frozen heading, and its totals below as plain SUBTOTAL formulas, which follow the filter. (A table's own
/// totals row shows #NAME? outside of Excel.)
/// </summary>
internal static class RegisterSheet
{
    /// <summary>Where a column's sum stands, and the range it sums, for formulas elsewhere.</summary>
    public sealed record Written(string Sheet, IReadOnlyDictionary<string, string> Ranges);

    public static Written Write<T>(IXLWorkbook book, string name, string table, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, Language language, CachedValues cached)
    {
        var sheet = book.AddWorksheet(name);
        HouseStyle.Base(sheet);
        for (var c = 0; c < columns.Count; c++)
        {
            var column = columns[c];
            sheet.Column(c + 1).Width = column.Width;
            sheet.Column(c + 1).Style.NumberFormat.Format = HouseStyle.FormatOf(column.Kind);
            sheet.Cell(1, c + 1).SetValue(column.Heading.In(language)).Style.NumberFormat.Format = "@";
            // Nothing wraps: a row of a table stays one line, in every program. Text keeps away from the figure before it.
            if (column.Kind is CellKind.Text) sheet.Column(c + 1).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1);
            else sheet.Cell(1, c + 1).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            for (var r = 0; r < rows.Count; r++) Set(sheet.Cell(r + 2, c + 1), column.Value(rows[r]), column.Kind, language);
        }
        var last = Math.Max(rows.Count, 1) + 1;
        var range = sheet.Range(1, 1, last, columns.Count);
        var excelTable = range.CreateTable(table);
        excelTable.Theme = XLTableTheme.None;
        excelTable.ShowAutoFilter = true;
        HouseStyle.Lines(range);
        HouseStyle.Header(sheet.Range(1, 1, 1, columns.Count));
        sheet.Row(1).Height = 32;
        sheet.SheetView.FreezeRows(1);
        sheet.SheetView.FreezeColumns(2);
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);

        var ranges = new Dictionary<string, string>(StringComparer.Ordinal);
        var total = last + 2;
        for (var c = 0; c < columns.Count; c++)
        {
            var letter = sheet.Column(c + 1).ColumnLetter();
            ranges[columns[c].Key] = $"'{name}'!${letter}$2:${letter}${last}";
            if (!columns[c].Totalled) continue;
            var cell = sheet.Cell(total, c + 1);
            cell.FormulaA1 = $"SUBTOTAL(109,{letter}2:{letter}{last})";
            cached.Add(name, cell, rows.Sum(row => CellNumber.Of(columns[c].Value(row), columns[c].Kind)));
        }
        if (columns.Any(c => c.Totalled))
        {
            sheet.Cell(total, 1).Value = "Total";
            HouseStyle.Total(sheet.Range(total, 1, total, columns.Count));
        }
        sheet.PageSetup.PrintAreas.Add(1, 1, columns.Any(c => c.Totalled) ? total : last, PrintedPage.ColumnsOf(columns));
        return new(name, ranges);
    }

    public static void Set(IXLCell cell, object? value, CellKind kind, Language language)
    {
        switch (value)
        {
            case null:
                break;
            case Text text:
                cell.SetValue(CellText.Clean(text.In(language)));
                break;
            case string text:
                // SetValue writes text as text: what begins like a formula stays what it is, and the quote prefix keeps it so when somebody edits the cell.
                cell.SetValue(CellText.Clean(text));
                if (FormulaText.Is(text)) cell.Style.IncludeQuotePrefix = true;
                break;
            case DateOnly date:
                cell.SetValue(date.ToDateTime(TimeOnly.MinValue));
                break;
            case DateTimeOffset instant:
                cell.SetValue(instant.UtcDateTime);
                break;
            default:
                cell.SetValue((double)CellNumber.Of(value, kind));
                break;
        }
    }
}
