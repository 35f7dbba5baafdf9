using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Infrastructure.Files.Registers;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>One styles part for all sheets: the cell formats of registers, whose numbers are in sheets that have gone out already, and behind them those of the designed sheets.</summary>
internal static class MergedStyles
{
    // Formats of one's own begin at 164; those of registers are few.
    private const uint FirstOwnFormat = 164,
        FormatsFrom = 200;

    public static void Merge(WorkbookStylesPart part, IEnumerable<Worksheet> designed)
    {
        var (merged, own) = (new Stylesheet(RegisterStyles.Xml), part.Stylesheet);
        foreach (var format in own.NumberingFormats!.Elements<NumberingFormat>().ToList())
        {
            // The library writes number 0 as well, which is everybody's.
            if (format.NumberFormatId! < FirstOwnFormat)
                format.Remove();
            else
                format.NumberFormatId = Moved(format.NumberFormatId!);
        }
        Append(merged.NumberingFormats!, own.NumberingFormats);
        var (fonts, fills, borders, named) = (
            Append(merged.Fonts!, own.Fonts),
            Append(merged.Fills!, own.Fills),
            Append(merged.Borders!, own.Borders),
            Count(merged.CellStyleFormats!)
        );
        void Move(CellFormat format)
        {
            if (format.NumberFormatId is { } id)
                format.NumberFormatId = Moved(id);
            (format.FontId, format.FillId, format.BorderId) = (
                format.FontId! + fonts,
                format.FillId! + fills,
                format.BorderId! + borders
            );
            if (format.FormatId is { } parent)
                format.FormatId = parent + named;
        }
        foreach (
            var format in own.CellStyleFormats!.Elements<CellFormat>().Concat(own.CellFormats!.Elements<CellFormat>())
        )
            Move(format);
        Append(merged.CellStyleFormats!, own.CellStyleFormats);
        var formats = Append(merged.CellFormats!, own.CellFormats);
        if (own.DifferentialFormats is { } rules)
            merged.Append(rules.CloneNode(deep: true));
        part.Stylesheet = merged;

        foreach (var sheet in designed)
        {
            foreach (var column in sheet.Descendants<Column>())
                column.Style = (column.Style ?? 0) + formats;
            foreach (var row in sheet.Descendants<Row>().Where(r => r.CustomFormat?.Value is true))
                row.StyleIndex = (row.StyleIndex ?? 0) + formats;
            foreach (var cell in sheet.Descendants<Cell>())
                cell.StyleIndex = (cell.StyleIndex ?? 0) + formats;
        }
    }

    /// <summary>Puts these behind what is there already, and says by how much their numbers rise.</summary>
    private static uint Append(OpenXmlCompositeElement target, OpenXmlCompositeElement? more)
    {
        var before = Count(target);
        foreach (var element in more?.Elements() ?? [])
            target.Append(element.CloneNode(deep: true));
        target.SetAttribute(
            new OpenXmlAttribute("count", "", Count(target).ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        return before;
    }

    private static uint Moved(uint format) => format < FirstOwnFormat ? format : format - FirstOwnFormat + FormatsFrom;

    private static uint Count(OpenXmlCompositeElement elements) => (uint)elements.ChildElements.Count;
}
