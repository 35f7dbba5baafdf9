using System.IO.Compression;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>
/// Writes the sheets of a register into a workbook's archive, from front to back while its rows come. The Open XML SDK keeps a part in memory until it is
/// whole, so they are written here; all that tells their length comes after them.
/// </summary>
internal sealed class RegisterSheets<TRow>(Register<TRow> register, Language language, int rowsPerSheet)
{
    private readonly SheetParts<TRow> _parts = new(register, language);

    /// <summary>Writes all rows.</summary>
    /// <param name="zip">The workbook's archive.</param>
    /// <param name="target">What the archive is written to.</param>
    /// <param name="first">Number of the first sheet.</param>
    public async Task<WrittenRegister> WriteAsync(
        IAsyncEnumerable<TRow> rows,
        ZipArchive zip,
        Stream target,
        int first,
        CancellationToken cancellationToken
    )
    {
        var sheets = new List<WrittenSheet>();
        await using var source = rows.GetAsyncEnumerator(cancellationToken);
        for (var more = true; more; )
        {
            var number = first + sheets.Count;
            await using var entry = await zip.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Optimal)
                .OpenAsync(cancellationToken);
            await using var sheet = new RegisterSheetWriter<TRow>(register, language, _parts, entry);
            await sheet.BeginAsync(number, cancellationToken);
            if (sheets.Count == 0)
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
            sheets.Add(await sheet.EndAsync(number, sheets.Count + 1, cancellationToken));
        }
        return new(sheets);
    }
}
