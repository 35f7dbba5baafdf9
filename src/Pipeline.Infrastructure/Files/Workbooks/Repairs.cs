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
    /// <summary>The document's properties lie where everybody looks for them, in place of a name that is another one each time.</summary>
    public static void Settle(SpreadsheetDocument document)
    {
        if (document.CoreFilePropertiesPart is not { } made)
            return;
        using var properties = new MemoryStream();
        using (var content = made.GetStream())
            content.CopyTo(properties);
        document.DeletePart(made);
        properties.Position = 0;
        document.AddNewPart<CoreFilePropertiesPart>("rIdProperties").FeedData(properties);
    }

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
