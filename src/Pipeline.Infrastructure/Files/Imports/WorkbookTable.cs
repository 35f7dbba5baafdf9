using System.Collections;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Application.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Every sheet of a workbook, read as a stream; dates come out as <c>yyyy-MM-dd</c>, numbers without floating-point noise, formulas as their stored values.</summary>
internal static class WorkbookTable
{
    /// <param name="content">A workbook that <see cref="WorkbookGuard"/> has looked at.</param>
    /// <param name="limits">What is read at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="headingsOnly">Stops each sheet at its headings: enough to see what the workbook is.</param>
    public static IReadOnlyList<SourceTable> Read(
        Stream content,
        ImportLimits limits,
        CancellationToken cancellationToken,
        bool headingsOnly = false
    )
    {
        try
        {
            using var document = SpreadsheetDocument.Open(content, isEditable: false);
            var workbook = document.WorkbookPart ?? throw Damaged();
            var strings = SharedStrings(workbook);
            // Workbooks from old Macs count their days from 1904, four years and a day later.
            var dates = new Dates(
                DateStyles(workbook),
                workbook.Workbook.WorkbookProperties?.Date1904?.Value == true ? 1462 : 0
            );
            var rowsLeft = limits.Rows;
            var tables = new List<SourceTable>();
            foreach (var sheet in workbook.Workbook.Descendants<Sheet>())
            {
                if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
                    continue;
                var table = ReadSheet(
                    part,
                    sheet.Name?.Value ?? "",
                    strings,
                    dates,
                    limits,
                    headingsOnly ? null : rowsLeft,
                    cancellationToken
                );
                rowsLeft -= table.Rows.Count;
                tables.Add(table);
            }
            return tables;
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or XmlException
                        or FileFormatException
                        or InvalidDataException
                        or ArgumentException
                        or FormatException
                        or InvalidOperationException
                        or NullReferenceException
                        or OverflowException
                        or IOException
            )
        {
            throw Damaged();
        }
    }

    private static SourceTable ReadSheet(
        WorksheetPart part,
        string name,
        IReadOnlyList<string> strings,
        Dates dates,
        ImportLimits limits,
        int? rowsLeft,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string>? headings = null;
        var headingRow = 1;
        var rows = new List<SourceRow>();
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var given = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
            number = given is null ? number + 1 : int.Parse(given, CultureInfo.InvariantCulture);
            var (cells, numbers) = Cells(reader, name, strings, dates, limits);
            var row = new SourceRow(number, cells) { Numbers = numbers };
            if (row.IsBlank)
                continue;
            if (headings is null)
            {
                (headings, headingRow) = (row.Cells, number);
                if (rowsLeft is null)
                    break;
                continue;
            }
            rows.Add(row);
            if (rows.Count > rowsLeft)
                throw CsvTable.TooLong(limits.Rows, name);
        }
        return new(name, headings ?? [], rows) { HeadingRow = headingRow };
    }

    private static (List<string> Cells, BitArray? Numbers) Cells(
        OpenXmlReader reader,
        string sheet,
        IReadOnlyList<string> strings,
        Dates dates,
        ImportLimits limits
    )
    {
        var cells = new List<string>();
        BitArray? numbers = null;
        var last = -1;
        if (!reader.ReadFirstChild())
            return (cells, numbers);
        do
        {
            if (reader.ElementType != typeof(Cell))
                continue;
            var cell = (Cell)reader.LoadCurrentElement()!;
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : last + 1;
            last = column;
            var text = TextOf(cell, strings, dates);
            // Styled but empty cells reach far beyond the table.
            if (text.Length == 0 && column >= cells.Count)
                continue;
            if (column >= limits.Columns)
                throw CsvTable.TooWide(column + 1, limits.Columns, sheet);
            while (cells.Count <= column)
                cells.Add("");
            cells[column] = text;
            if (!IsNumber(cell))
                continue;
            numbers ??= new(column + 1);
            numbers.Length = Math.Max(numbers.Length, column + 1);
            numbers[column] = true;
        } while (reader.ReadNextSibling());
        return (cells, numbers);
    }

    private static bool IsNumber(Cell cell) => cell.DataType?.Value is not { } type || type == CellValues.Number;

    private sealed record Dates(HashSet<uint> Styles, int Shift);

    private static string TextOf(Cell cell, IReadOnlyList<string> strings, Dates dates)
    {
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString)
            return Text(cell.InlineString);
        if (type == CellValues.SharedString)
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < strings.Count
                ? strings[i]
                : "";
        if (type == CellValues.Boolean)
            return raw == "1" ? "true" : "false";
        if (type is not null && type != CellValues.Number)
            return raw;
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return raw;
        if (cell.StyleIndex?.Value is { } style && dates.Styles.Contains(style) && number is >= 1 and < 2_950_000)
            return DateTime
                .FromOADate((double)number + dates.Shift)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return decimal.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture);
    }

    // What XML cannot hold, spreadsheets write as _x000D_ and the like.
    private static string Text(OpenXmlElement? element) => XmlConvert.DecodeName(element?.InnerText) ?? "";

    private static List<string> SharedStrings(WorkbookPart workbook)
    {
        var strings = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
            return strings;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                strings.Add(Text(reader.LoadCurrentElement()));
        return strings;
    }

    // A cell is a date when its number format is one: the built-in ones, and custom ones that name days, months or years.
    private static HashSet<uint> DateStyles(WorkbookPart workbook)
    {
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        var custom =
            sheet
                ?.NumberingFormats?.Elements<NumberingFormat>()
                .Where(f => f.NumberFormatId is not null)
                .GroupBy(f => f.NumberFormatId!.Value)
                .ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "")
            ?? [];
        var dates = new HashSet<uint>();
        uint index = 0;
        foreach (var format in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (id is >= 14 and <= 22 || (custom.TryGetValue(id, out var code) && IsDate(code)))
                dates.Add(index);
            index++;
        }
        return dates;
    }

    private static bool IsDate(string code)
    {
        var bare = System.Text.RegularExpressions.Regex.Replace(code, "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.Contains('y', StringComparison.OrdinalIgnoreCase)
            || bare.Contains('d', StringComparison.OrdinalIgnoreCase);
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4))
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        return Math.Max(column - 1, 0);
    }

    private static UnreadableFileException Damaged() => new(FileRefusals.Damaged);
}
