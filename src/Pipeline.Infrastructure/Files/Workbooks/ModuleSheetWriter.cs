using System.IO.Compression;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Registers;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>Writes the sheet of a module into the workbook's archive, behind those that are there.</summary>
/// <param name="first">Number of the sheet.</param>
internal sealed class ModuleSheetWriter(
    Language language,
    int rowsPerSheet,
    ZipArchive zip,
    Stream target,
    int first,
    CancellationToken cancellationToken
) : IModuleSheetVisitor<Task<IReadOnlyList<WrittenSheet>>>
{
    public async Task<IReadOnlyList<WrittenSheet>> Visit<TRow>(IEnumerable<TRow> rows) =>
        (
            await new RegisterSheets<TRow>(KnownRegisters.Of<TRow>(), language, rowsPerSheet).WriteAsync(
                rows.ToAsyncEnumerable(),
                zip,
                target,
                first,
                cancellationToken
            )
        ).Sheets;
}
