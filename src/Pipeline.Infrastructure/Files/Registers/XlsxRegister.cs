using System.IO.Compression;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>A register as a workbook of its own, written from front to back in one go: an Excel table with a filter, a frozen heading, and its totals below.</summary>
internal sealed class XlsxRegister<TRow>(Register<TRow> register, Language language, int rowsPerSheet)
{
    public async Task WriteAsync(IAsyncEnumerable<TRow> rows, Stream target, CancellationToken cancellationToken)
    {
        // On an exception the archive stays without its end, and the response is cut off: a file that is not whole must not look as if it were.
        var zip = await ZipArchive.CreateAsync(
            target,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        await BookParts.WriteAsync(zip, "_rels/.rels", BookParts.RootRelations, cancellationToken);
        await BookParts.WriteAsync(zip, "xl/styles.xml", BookParts.Declaration + RegisterStyles.Xml, cancellationToken);
        await target.FlushAsync(cancellationToken);
        var sheets = (
            await new RegisterSheets<TRow>(register, language, rowsPerSheet).WriteAsync(
                rows,
                zip,
                target,
                1,
                cancellationToken
            )
        ).Sheets;
        foreach (var sheet in sheets)
        {
            await BookParts.WriteAsync(
                zip,
                $"xl/worksheets/_rels/sheet{sheet.Number}.xml.rels",
                BookParts.SheetRelations(sheet.Number),
                cancellationToken
            );
            await BookParts.WriteAsync(zip, $"xl/tables/table{sheet.Number}.xml", sheet.Table, cancellationToken);
        }
        await BookParts.WriteAsync(zip, "xl/workbook.xml", BookParts.Workbook(sheets), cancellationToken);
        await BookParts.WriteAsync(
            zip,
            "xl/_rels/workbook.xml.rels",
            BookParts.WorkbookRelations(sheets),
            cancellationToken
        );
        await BookParts.WriteAsync(zip, "[Content_Types].xml", BookParts.ContentTypes(sheets), cancellationToken);
        await zip.DisposeAsync();
    }
}
