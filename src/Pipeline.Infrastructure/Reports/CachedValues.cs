using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Infrastructure.Reports;

/// <summary>
/// The values of formulas, put beside them after saving: a reader that does not calculate (a viewer, a script, a preview) shows figures all the same.
/// </summary>
internal sealed class CachedValues
{
    private readonly Dictionary<(string Sheet, string Cell), decimal> _values = [];

    public void Add(string sheet, IXLCell cell, decimal value) => _values[(sheet, cell.Address.ToString()!)] = value;

    public void WriteInto(WorkbookPart workbook)
    {
        foreach (var sheet in workbook.Workbook.Descendants<Sheet>())
        {
            var cells = _values.Where(v => v.Key.Sheet == sheet.Name!.Value).ToDictionary(v => v.Key.Cell, v => v.Value);
            if (cells.Count == 0) continue;
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
            foreach (var cell in part.Worksheet.Descendants<Cell>())
            {
                if (!cells.TryGetValue(cell.CellReference!.Value!, out var value)) continue;
                cell.CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
                cell.DataType = null;
            }
            part.Worksheet.Save();
        }
    }
}
