using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using X14 = DocumentFormat.OpenXml.Office2010.Excel;

namespace Pipeline.Infrastructure.Reports;

/// <summary>
/// What ClosedXML writes otherwise than the format has it: the ids of data bars in small letters, the columns that nobody uses before all others, and rows
/// to repeat without the signs that fix them, so that LibreOffice repeats none.
/// </summary>
internal static partial class Repairs
{
    public static void Make(WorkbookPart workbook)
    {
        foreach (var name in workbook.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
            if (name.Name == "_xlnm.Print_Titles") name.Text = Rows().Replace(name.Text, "!$$$1:$$$2");
        foreach (var part in workbook.WorksheetParts)
        {
            foreach (var id in part.Worksheet.Descendants<X14.Id>()) id.Text = id.Text.ToUpperInvariant();
            foreach (var rule in part.Worksheet.Descendants<X14.ConditionalFormattingRule>())
                if (rule.Id?.Value is { } value) rule.Id = value.ToUpperInvariant();
            if (part.Worksheet.GetFirstChild<Columns>() is { } columns)
            {
                var inOrder = columns.Elements<Column>().OrderBy(c => c.Min!.Value).ToList();
                columns.RemoveAllChildren();
                columns.Append(inOrder);
            }
            part.Worksheet.Save();
        }
    }

    [GeneratedRegex(@"!(\d+):(\d+)\z")]
    private static partial Regex Rows();
}
