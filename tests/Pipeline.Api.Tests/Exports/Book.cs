using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Api.Tests.Exports;

/// <summary>A workbook reopened by a reader that is not the writer: cells as they are stored.</summary>
internal sealed class Book : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly string[] _shared;

    private Book(SpreadsheetDocument document)
    {
        _document = document;
        _shared =
        [
            .. document
                .WorkbookPart!.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>()
                .Select(s => s.InnerText)
                ?? [],
        ];
    }

    public SpreadsheetDocument Document => _document;

    public IReadOnlyList<string> Sheets =>
        [.. _document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!)];

    public static Book Open(byte[] bytes) => new(SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false));

    public void Dispose() => _document.Dispose();

    public WorksheetPart Part(string sheet) =>
        (WorksheetPart)
            _document.WorkbookPart!.GetPartById(
                _document.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Id!.Value!
            );

    public IEnumerable<Cell> Cells(string sheet) => Part(sheet).Worksheet.Descendants<Cell>();

    /// <summary>A sheet's rows as text, formulas with their values; without the one that says in French when the workbook was made.</summary>
    public IReadOnlyList<string> Lines(string sheet) =>
        [
            .. Part(sheet)
                .Worksheet.Descendants<Row>()
                .Select(row =>
                    string.Join(
                        '|',
                        row.Elements<Cell>()
                            .Where(c => c.CellValue is not null || c.InlineString is not null)
                            .Select(c => $"{c.CellFormula?.Text}={TextOf(c)}")
                    )
                )
                .Where(row => !row.Contains("Produit le (UTC)", StringComparison.Ordinal)),
        ];

    /// <summary>The cells that calculate, with their formulas and stored values.</summary>
    public IReadOnlyDictionary<string, (string Formula, string Value)> Formulas(string sheet) =>
        Cells(sheet)
            .Where(c => c.CellFormula is not null)
            .ToDictionary(c => c.CellReference!.Value!, c => (c.CellFormula!.Text, c.CellValue?.Text ?? ""));

    /// <summary>A sheet's rows as dictionaries from heading to cell, as far as its table reaches.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, Cell>> Table(string sheet)
    {
        var table = Part(sheet).TableDefinitionParts.Single().Table;
        var last = int.Parse(
            table.Reference!.Value!.Split(':')[1].TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()),
            CultureInfo.InvariantCulture
        );
        var rows = Part(sheet).Worksheet.Descendants<Row>().Where(r => r.RowIndex! <= last).ToList();
        var headings = rows[0].Elements<Cell>().ToDictionary(c => Column(c), TextOf);
        return
        [
            .. rows.Skip(1)
                .Select(row =>
                    (IReadOnlyDictionary<string, Cell>)
                        row.Elements<Cell>()
                            .Where(c =>
                                headings.ContainsKey(Column(c))
                                && (c.CellValue is not null || c.InlineString is not null)
                            )
                            .ToDictionary(c => headings[Column(c)], c => c)
                ),
        ];
    }

    public string TextOf(Cell cell) =>
        cell.DataType?.Value == CellValues.SharedString && cell.CellValue is { } place
            ? _shared[int.Parse(place.Text, CultureInfo.InvariantCulture)]
        : cell.DataType?.Value == CellValues.InlineString ? cell.InnerText
        : cell.CellValue?.Text ?? "";

    public static decimal NumberOf(Cell cell)
    {
        (cell.DataType is null || cell.DataType.Value == CellValues.Number)
            .Should()
            .BeTrue("{0} should be a number", cell.CellReference);
        return decimal.Parse(cell.CellValue!.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The number format that a cell is shown in.</summary>
    public string FormatOf(Cell cell)
    {
        var styles = _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var id = styles
            .CellFormats!.Elements<CellFormat>()
            .ElementAt((int)(cell.StyleIndex?.Value ?? 0))
            .NumberFormatId!.Value;
        return styles
                .NumberingFormats?.Elements<NumberingFormat>()
                .FirstOrDefault(f => f.NumberFormatId! == id)
                ?.FormatCode?.Value
            ?? id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What somebody reads in a cell: days as days, numbers as they are.</summary>
    public string ShownIn(Cell cell) =>
        cell.CellValue is null
            ? TextOf(cell)
            : FormatOf(cell) switch
            {
                "yyyy-mm-dd" => DateTime
                    .FromOADate((double)NumberOf(cell))
                    .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "yyyy-mm-dd hh:mm" => DateTime
                    .FromOADate((double)NumberOf(cell))
                    .ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
                _ => NumberOf(cell).ToString("0.####", CultureInfo.InvariantCulture),
            };

    /// <summary>How a cell looks: its number format, font, fill and the line below.</summary>
    public string LookOf(Cell cell)
    {
        var styles = _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        var font = styles.Fonts!.Elements<Font>().ElementAt((int)format.FontId!.Value);
        var fill = styles
            .Fills!.Elements<Fill>()
            .ElementAt((int)format.FillId!.Value)
            .PatternFill?.ForegroundColor?.Rgb?.Value;
        var bottom =
            styles.Borders!.Elements<Border>().ElementAt((int)format.BorderId!.Value).BottomBorder?.Style?.Value
            ?? BorderStyleValues.None;
        var number = FormatOf(cell) switch
        {
            "0" => "General",
            "49" => "@",
            var f => f,
        };
        return $"{number}, {font.FontSize!.Val}{(font.Bold is null ? "" : " bold")} {font.Color!.Rgb}, fill {fill}, bottom {bottom}";
    }

    private static string Column(Cell cell) => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray());
}
