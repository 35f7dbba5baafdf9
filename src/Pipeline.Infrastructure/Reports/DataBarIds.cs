using DocumentFormat.OpenXml.Packaging;
using X14 = DocumentFormat.OpenXml.Office2010.Excel;

namespace Pipeline.Infrastructure.Reports;

/// <summary>ClosedXML writes the ids of data bars in small letters, which the format does not allow.</summary>
internal static class DataBarIds
{
    public static void Mend(WorkbookPart workbook)
    {
        foreach (var part in workbook.WorksheetParts)
        {
            foreach (var id in part.Worksheet.Descendants<X14.Id>()) id.Text = id.Text.ToUpperInvariant();
            foreach (var rule in part.Worksheet.Descendants<X14.ConditionalFormattingRule>())
                if (rule.Id?.Value is { } value) rule.Id = value.ToUpperInvariant();
            part.Worksheet.Save();
        }
    }
}
