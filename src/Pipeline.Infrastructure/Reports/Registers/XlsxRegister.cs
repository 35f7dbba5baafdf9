using System.IO.Compression;
using System.Text;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Reports.Tables;

namespace Pipeline.Infrastructure.Reports.Registers;

/// <summary>
/// A register as a workbook, written from front to back in one go: an Excel table with a filter, a frozen heading, and its totals below. The Open XML SDK
/// keeps a part in memory until it is whole, so the parts are written here; the sheets come first, and what tells their length after them.
/// </summary>
internal sealed class XlsxRegister<TRow>(Register<TRow> register, Language language, int rowsPerSheet)
{
    private readonly SheetParts<TRow> _parts = new(register, language);

    public async Task WriteAsync(IAsyncEnumerable<TRow> rows, Stream target, CancellationToken cancellationToken)
    {
        // On an exception the archive stays without its end, and the response is cut off: a file that is not whole must not look as if it were.
        var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await PartAsync(zip, "_rels/.rels", SheetParts<TRow>.RootRelations, cancellationToken);
        await PartAsync(zip, "xl/styles.xml", RegisterStyles.Xml, cancellationToken);
        await target.FlushAsync(cancellationToken);

        var sheets = new List<WrittenSheet>();
        await using var source = rows.GetAsyncEnumerator(cancellationToken);
        for (var more = true; more;)
        {
            var number = sheets.Count + 1;
            await using (var entry = await zip.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Optimal).OpenAsync(cancellationToken))
            {
                var sheet = new RegisterSheetWriter<TRow>(register, language, _parts, entry);
                await sheet.BeginAsync(number, cancellationToken);
                if (number == 1)
                {
                    // The heading is on its way before the first row is asked for.
                    await target.FlushAsync(cancellationToken);
                    more = await source.MoveNextAsync();
                }
                for (var count = 0; more && count < rowsPerSheet; count++)
                {
                    await sheet.RowAsync(source.Current, cancellationToken);
                    more = await source.MoveNextAsync();
                }
                sheets.Add(await sheet.EndAsync(number, cancellationToken));
            }
        }

        foreach (var sheet in sheets)
        {
            await PartAsync(zip, $"xl/worksheets/_rels/sheet{sheet.Number}.xml.rels", SheetParts<TRow>.SheetRelations(sheet.Number), cancellationToken);
            await PartAsync(zip, $"xl/tables/table{sheet.Number}.xml", _parts.Table(sheet), cancellationToken);
        }
        await PartAsync(zip, "xl/workbook.xml", _parts.Workbook(sheets), cancellationToken);
        await PartAsync(zip, "xl/_rels/workbook.xml.rels", SheetParts<TRow>.WorkbookRelations(sheets), cancellationToken);
        await PartAsync(zip, "[Content_Types].xml", SheetParts<TRow>.ContentTypes(sheets), cancellationToken);
        await zip.DisposeAsync();
    }

    private static async Task PartAsync(ZipArchive zip, string name, string xml, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(xml), cancellationToken);
    }
}
