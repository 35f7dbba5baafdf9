using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using X14 = DocumentFormat.OpenXml.Office2010.Excel;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>
/// What ClosedXML writes otherwise than the format has it, or otherwise each time: the ids of data bars, in small letters and drawn by chance, and the columns that nobody uses before all others. The
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
        // In their order, so that the same figures make the same file.
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string IdOf(string drawn)
        {
            if (!ids.TryGetValue(drawn, out var id))
                ids[drawn] = id = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{00000000-0000-4000-8000-{ids.Count + 1:X12}}}"
                );
            return id;
        }

        foreach (var sheet in designed.Select(d => d.Worksheet))
        {
            foreach (var id in sheet.Descendants<X14.Id>())
                id.Text = IdOf(id.Text);
            foreach (var rule in sheet.Descendants<X14.ConditionalFormattingRule>())
                if (rule.Id?.Value is { } value)
                    rule.Id = IdOf(value);
            if (sheet.GetFirstChild<Columns>() is not { } columns)
                continue;
            var inOrder = columns.Elements<Column>().OrderBy(c => c.Min!.Value).ToList();
            columns.RemoveAllChildren();
            columns.Append(inOrder);
        }
    }
}
