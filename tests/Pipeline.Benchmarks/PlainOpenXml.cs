using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Benchmarks;

/// <summary>
/// What the register is held against: the Open XML SDK's streaming writer as its documentation shows it, with the same cells, kinds and texts, and
/// nothing else (no styles, table, filter or totals).
/// </summary>
internal static class PlainOpenXml
{
    public static async Task WriteAsync<TRow>(
        IAsyncEnumerable<TRow> rows,
        IReadOnlyList<Column<TRow>> columns,
        Language language,
        Stream target
    )
    {
        using var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        using (var xml = OpenXmlWriter.Create(sheet))
        {
            xml.WriteStartElement(new Worksheet());
            xml.WriteStartElement(new SheetData());
            var number = 1;
            Row(xml, number, columns, column => column.Heading, language);
            await foreach (var row in rows)
                Row(xml, ++number, columns, column => column.Value(row), language);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        using var book = OpenXmlWriter.Create(workbook);
        book.WriteStartElement(new Workbook());
        book.WriteStartElement(new Sheets());
        book.WriteElement(
            new Sheet
            {
                Name = "Projects",
                SheetId = 1,
                Id = workbook.GetIdOfPart(sheet),
            }
        );
        book.WriteEndElement();
        book.WriteEndElement();
    }

    private static void Row<TRow>(
        OpenXmlWriter xml,
        int number,
        IReadOnlyList<Column<TRow>> columns,
        Func<Column<TRow>, object?> value,
        Language language
    )
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var c = 0; c < columns.Count; c++)
        {
            var (content, reference) = (
                value(columns[c]),
                $"{(char)('A' + c)}{number.ToString(CultureInfo.InvariantCulture)}"
            );
            switch (content)
            {
                case null:
                    xml.WriteElement(new Cell { CellReference = reference });
                    break;
                case Domain.Common.Text text:
                    Text(xml, reference, text.In(language));
                    break;
                case string text:
                    Text(xml, reference, text);
                    break;
                case DateOnly day:
                    Number(
                        xml,
                        reference,
                        day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)
                    );
                    break;
                default:
                    Number(
                        xml,
                        reference,
                        CellNumber.Of(content, columns[c].Kind).ToString(CultureInfo.InvariantCulture)
                    );
                    break;
            }
        }
        xml.WriteEndElement();
    }

    private static void Text(OpenXmlWriter xml, string reference, string text) =>
        xml.WriteElement(
            new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)))
            {
                CellReference = reference,
                DataType = CellValues.InlineString,
            }
        );

    private static void Number(OpenXmlWriter xml, string reference, string number) =>
        xml.WriteElement(new Cell(new CellValue(number)) { CellReference = reference });
}
