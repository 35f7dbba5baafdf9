using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using X14 = DocumentFormat.OpenXml.Office2010.Excel;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>
/// What ClosedXML writes otherwise than the format has it: the ids of data bars in small letters, and the columns that nobody uses before all others. The
/// order to calculate in, which knows nothing of the registers, is left to whoever opens the workbook.
/// </summary>
internal static class Repairs
{
    public static void Make(WorkbookPart workbook, IEnumerable<WorksheetPart> designed)
    {
        if (workbook.CalculationChainPart is { } chain)
            workbook.DeletePart(chain);
        foreach (var sheet in designed.Select(d => d.Worksheet))
        {
            foreach (var id in sheet.Descendants<X14.Id>())
                id.Text = id.Text.ToUpperInvariant();
            foreach (var rule in sheet.Descendants<X14.ConditionalFormattingRule>())
                if (rule.Id?.Value is { } value)
                    rule.Id = value.ToUpperInvariant();
            if (sheet.GetFirstChild<Columns>() is not { } columns)
                continue;
            var inOrder = columns.Elements<Column>().OrderBy(c => c.Min!.Value).ToList();
            columns.RemoveAllChildren();
            columns.Append(inOrder);
        }
    }
}
