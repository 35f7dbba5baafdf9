using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Api.Tests.Imports;

/// <summary>A workbook cell by cell, as no well-behaved library would write it.</summary>
internal sealed class TestWorkbook
{
    private readonly List<(string Name, List<(uint Number, List<Cell> Cells)> Rows)> _sheets = [];

    /// <summary>Days counted from 1904, as old Macs did.</summary>
    public bool From1904 { get; init; }

    /// <summary>A sheet of texts; blank rows keep their place.</summary>
    public TestWorkbook Sheet(string name, IEnumerable<string[]> rows) =>
        Cells(name, rows.Select(r => r.Select(Text).ToArray()));

    public TestWorkbook Cells(string name, IEnumerable<Cell[]> rows)
    {
        var numbered = rows.Select((cells, i) => ((uint)i + 1, cells.ToList())).Where(r => r.Item2.Count > 0).ToList();
        foreach (var (number, cells) in numbered)
            for (var c = 0; c < cells.Count; c++)
                cells[c].CellReference = $"{Letters(c)}{number}";
        _sheets.Add((name, numbered));
        return this;
    }

    public static Cell Text(string text) =>
        new()
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
        };

    public static Cell Number(decimal number) =>
        new() { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) };

    /// <summary>A day, as spreadsheets keep it: a number with a date's format.</summary>
    public static Cell Day(double serial) =>
        new() { CellValue = new CellValue(serial.ToString(CultureInfo.InvariantCulture)), StyleIndex = 1 };

    public static Cell Formula(string formula, string? value) =>
        new()
        {
            DataType = CellValues.String,
            CellFormula = new CellFormula(formula),
            CellValue = value is null ? null : new CellValue(value),
        };

    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new WorkbookProperties { Date1904 = From1904 }, new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true })
            );
            foreach (var (name, rows) in _sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(
                    new SheetData(rows.Select(r => new Row(r.Cells) { RowIndex = r.Number }))
                );
                workbook.Workbook.Sheets!.Append(
                    new Sheet
                    {
                        Name = name,
                        SheetId = (uint)workbook.Workbook.Sheets.Count() + 1,
                        Id = workbook.GetIdOfPart(part),
                    }
                );
            }
        }
        return memory.ToArray();
    }

    /// <summary>The same workbook with its parts tampered with.</summary>
    public static byte[] Tampered(byte[] workbook, Action<ZipArchive> change)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return memory.ToArray();
    }

    /// <summary>The same with another text in its parts: one that libraries would write in their own way.</summary>
    public static byte[] Replaced(byte[] workbook, string text, string by) =>
        Tampered(
            workbook,
            zip =>
            {
                foreach (
                    var part in zip
                        .Entries.Select(e => e.FullName)
                        .Where(n => n.EndsWith(".xml", StringComparison.Ordinal))
                        .ToList()
                )
                    if (Read(zip, part) is var xml && xml.Contains(text, StringComparison.Ordinal))
                        Write(zip, part, Encoding.UTF8.GetBytes(xml.Replace(text, by, StringComparison.Ordinal)));
            }
        );

    public static void Write(ZipArchive zip, string part, byte[] bytes)
    {
        zip.GetEntry(part)?.Delete();
        using var stream = zip.CreateEntry(part).Open();
        stream.Write(bytes);
    }

    public static string Read(ZipArchive zip, string part)
    {
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (column++; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
