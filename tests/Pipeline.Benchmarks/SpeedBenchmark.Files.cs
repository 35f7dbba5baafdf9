using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Benchmarks;

/// <summary>Files: the portfolio's workbook and the register, against the plain streaming writer with the same cells, which has them in memory already.</summary>
internal static partial class SpeedBenchmark
{
    private const int MostMegabytes = 300;

    private static IAsyncEnumerable<Measured> WorkbookAsync(Setting setting) =>
        FileAsync(
            setting,
            $"/api/v1/portfolios/{setting.TenThousand}/report.xlsx",
            "workbook of 10,000 projects",
            server => server.SignInAsManagerOfAsync(setting.TenThousand)
        );

    private static IAsyncEnumerable<Measured> RegisterAsync(Setting setting) =>
        FileAsync(
            setting,
            "/api/v1/projects/export.xlsx",
            "register of 111,000 projects",
            server => server.SignInAsync(Served.Administrator)
        );

    private static async IAsyncEnumerable<Measured> FileAsync(
        Setting setting,
        string path,
        string what,
        Func<Served, Task> signIn
    )
    {
        List<List<List<(string Text, bool Number)>>> cells;
        double peak;
        await using (var once = await Served.ProductAsync(setting.Large))
        {
            await signIn(once);
            cells = Cells(await once.BytesAsync(path));
            peak = once.PeakMb;
        }
        await using var product = await Served.ProductAsync(setting.Large);
        await signIn(product);
        var (a, b) = await Timing.InTurnAsync(
            3,
            () => product.BytesAsync(path),
            () => Run(() => Write(cells)),
            warmUp: 1
        );
        yield return new(
            what,
            "plain streaming writer, same cells",
            a,
            b,
            1.5,
            Note: string.Create(
                CultureInfo.InvariantCulture,
                $"{cells.Sum(s => s.Sum(r => (long)r.Count)):N0} cells; peak {peak:0} MB of {MostMegabytes}"
            ),
            Also: peak < MostMegabytes
        );
    }

    private static List<List<List<(string, bool)>>> Cells(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var shared =
            document
                .WorkbookPart!.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>()
                .Select(s => s.InnerText)
                .ToList()
            ?? [];
        var sheets = new List<List<List<(string, bool)>>>();
        foreach (var part in document.WorkbookPart.WorksheetParts)
        {
            var rows = new List<List<(string, bool)>>();
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (!reader.IsStartElement)
                    continue;
                if (reader.ElementType == typeof(Row))
                    rows.Add([]);
                if (reader.ElementType != typeof(Cell) || reader.LoadCurrentElement() is not Cell cell)
                    continue;
                var text = cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "";
                if (cell.DataType?.Value == CellValues.SharedString && text.Length > 0)
                    rows[^1].Add((shared[int.Parse(text, CultureInfo.InvariantCulture)], false));
                else
                    rows[^1].Add((text, cell.DataType is null || cell.DataType.Value == CellValues.Number));
            }
            sheets.Add(rows);
        }
        return sheets;
    }

    private static void Write(List<List<List<(string Text, bool Number)>>> sheets)
    {
        using var target = new MemoryStream();
        using var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var names = new List<string>();
        foreach (var rows in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            names.Add(workbook.GetIdOfPart(part));
            using var xml = OpenXmlWriter.Create(part);
            xml.WriteStartElement(new Worksheet());
            xml.WriteStartElement(new SheetData());
            foreach (var row in rows)
            {
                xml.WriteStartElement(new Row());
                foreach (var (text, number) in row)
                    xml.WriteElement(
                        number
                            ? new Cell(new CellValue(text))
                            : new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString }
                    );
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        using var book = OpenXmlWriter.Create(workbook);
        book.WriteStartElement(new Workbook());
        book.WriteStartElement(new Sheets());
        for (var i = 0; i < names.Count; i++)
            book.WriteElement(
                new Sheet
                {
                    Name = $"Sheet{i + 1}",
                    SheetId = (uint)i + 1,
                    Id = names[i],
                }
            );
        book.WriteEndElement();
        book.WriteEndElement();
    }
}
