using System.Globalization;
using System.Text;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Exports;

/// <summary>A register as it came, read again: by the Open XML SDK, or as CSV.</summary>
/// <param name="Headings">Row 1.</param>
/// <param name="Rows">The table's rows, as text; numbers of a workbook are written as they are stored.</param>
public sealed record RegisterFile(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The values of a column, from top to bottom.</summary>
    public IReadOnlyList<string> Column(string heading)
    {
        var index = Headings.ToList().IndexOf(heading);
        index
            .Should()
            .BeGreaterThanOrEqualTo(0, "there should be a column {0} among {1}", heading, string.Join(", ", Headings));
        return [.. Rows.Select(row => row[index])];
    }

    /// <summary>A column of numbers, added up.</summary>
    public decimal Sum(string heading) =>
        Column(heading).Where(v => v.Length > 0).Sum(v => decimal.Parse(v, CultureInfo.InvariantCulture));

    public static RegisterFile Of(Reply reply) =>
        reply.ShouldBe(200).MediaType == "text/csv" ? OfCsv(reply.Bytes) : OfWorkbook(reply.Bytes);

    public static RegisterFile OfCsv(byte[] bytes, char separator = ',')
    {
        using var reader = CsvReader.FromText(
            Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'),
            CsvReaderOptions.Default with
            {
                HasHeader = false,
                Separator = separator,
            }
        );
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
            rows.Add(reader.Current.ToArray());
        return new(rows[0], rows[1..]);
    }

    public static RegisterFile OfWorkbook(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var sheets = document
            .WorkbookPart!.Workbook.Descendants<Sheet>()
            .Select(s => (WorksheetPart)document.WorkbookPart.GetPartById(s.Id!.Value!))
            .ToList();
        var rows = sheets.SelectMany(sheet =>
        {
            var last = int.Parse(
                sheet
                    .TableDefinitionParts.Single()
                    .Table.Reference!.Value!.Split(':')[1]
                    .TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]),
                CultureInfo.InvariantCulture
            );
            return sheet.Worksheet.Descendants<Row>().Where(r => r.RowIndex!.Value > 1 && r.RowIndex.Value <= last);
        });
        return new(TextsOf(sheets[0].Worksheet.Descendants<Row>().First()), [.. rows.Select(TextsOf)]);
    }

    /// <summary>The cells of a row, as text.</summary>
    public static IReadOnlyList<string> TextsOf(Row row) =>
        [.. row.Elements<Cell>().Select(c => c.InlineString?.Text?.Text ?? c.CellValue?.Text ?? "")];
}
