using ClosedXML.Excel;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>The portfolio's workbook in somebody's hands.</summary>
internal sealed class EditedWorkbook : IDisposable
{
    private readonly XLWorkbook _book;

    private EditedWorkbook(byte[] bytes) => _book = new XLWorkbook(new MemoryStream(bytes));

    public static async Task<byte[]> ExportAsync(Fund fund, string lang = "en") =>
        (await fund.Api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={lang}")).ShouldBe(200).Bytes;

    public static EditedWorkbook Of(byte[] bytes) => new(bytes);

    public static async Task<EditedWorkbook> OpenAsync(Fund fund, string lang = "en") =>
        new(await ExportAsync(fund, lang));

    public IXLWorksheet Sheet(string name) => _book.Worksheet(name);

    /// <summary>The cell under a heading, in the first row whose first cell is <paramref name="code"/>.</summary>
    public IXLCell Cell(string sheet, string code, string heading, Func<IXLRow, bool>? where = null) =>
        Sheet(sheet)
            .RowsUsed()
            .First(r => r.Cell(1).GetString() == code && (where is null || where(r)))
            .Cell(Column(sheet, heading));

    /// <summary>Writes a row below the table.</summary>
    public int AddRow(string sheet, params (string Heading, object Value)[] cells)
    {
        var row = Sheet(sheet).RowsUsed().Last(r => r.Cell(2).GetString().Length > 0).RowNumber() + 1;
        foreach (var (heading, value) in cells)
            Sheet(sheet).Cell(row, Column(sheet, heading)).SetValue(value);
        return row;
    }

    public int Column(string sheet, string heading) =>
        Sheet(sheet).Row(1).CellsUsed().First(c => c.GetString() == heading).Address.ColumnNumber;

    public byte[] Bytes()
    {
        // Left open: the library goes back to it when the book is saved once more.
        var memory = new MemoryStream();
        _book.SaveAs(memory);
        return memory.ToArray();
    }

    public void Dispose() => _book.Dispose();
}
