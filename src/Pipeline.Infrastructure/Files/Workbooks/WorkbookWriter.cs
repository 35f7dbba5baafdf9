using System.IO.Compression;
using System.Runtime.InteropServices;
using Pipeline.Application.Exports;
using Pipeline.Application.Modules;
using Pipeline.Domain.Phases;
using Pipeline.Infrastructure.Files.Registers;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>
/// The portfolio's workbook (docs/adr/0004): registers go out first, while their rows are read; what is designed, and needs to know how long they have become,
/// is made in memory and follows them.
/// </summary>
public sealed class WorkbookWriter : IWorkbookWriter
{
    /// <summary>Rows after which a register goes on in another sheet: Excel's sheets end at 1,048,576.</summary>
    public int RowsPerSheet { get; init; } = 1_000_000;

    /// <inheritdoc />
    public async Task<long> WriteAsync(PortfolioReport report, Stream target, CancellationToken cancellationToken)
    {
        await using var gathered = new GatheringStream(target);
        // On an exception the archive stays without its end: a file that is not whole must not look as if it were.
        var zip = await ZipArchive.CreateAsync(
            gathered,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        var sheets = new List<WrittenSheet>();
        var standings = new Dictionary<(Phase, Standing), int>();
        var projects = await RegisterAsync(report.Projects.Select(Counted));
        await RegisterAsync(report.Transitions);
        var plan = await RegisterAsync(report.Plan);
        var commitments = await RegisterAsync(report.Commitments);
        var deliveries = await RegisterAsync(report.Deliveries);
        await RegisterAsync(report.Ratios);
        await RegisterAsync(report.Evaluations);
        var modules = new List<ModuleSheet>();
        await foreach (var module in report.Modules.WithCancellation(cancellationToken))
        {
            modules.Add(module);
            sheets.AddRange(
                await module.Accept(
                    new ModuleSheetWriter(
                        report.Language,
                        RowsPerSheet,
                        zip,
                        gathered,
                        sheets.Count + 2,
                        cancellationToken
                    )
                )
            );
        }

        using var designed = DesignedBook.Make(
            report,
            sheets,
            modules,
            new(projects, plan, commitments, deliveries, standings)
        );
        await AppendAsync(zip, designed, [.. sheets.Select(s => s.Part)], cancellationToken);
        await zip.DisposeAsync();
        await gathered.FlushAsync(cancellationToken);
        return sheets.Sum(s => (long)s.Rows);

        async Task<WrittenRegister> RegisterAsync<TRow>(IAsyncEnumerable<TRow> rows)
        {
            // The summary stands before them.
            var written = await new RegisterSheets<TRow>(
                KnownRegisters.Of<TRow>(),
                report.Language,
                RowsPerSheet
            ).WriteAsync(rows, zip, gathered, sheets.Count + 2, cancellationToken);
            sheets.AddRange(written.Sheets);
            return written;
        }

        ProjectRow Counted(ProjectRow row)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(standings, (row.Phase, row.Standing), out _)++;
            return row;
        }
    }

    private static async Task AppendAsync(
        ZipArchive zip,
        Stream designed,
        HashSet<string> written,
        CancellationToken cancellationToken
    )
    {
        await using var book = await ZipArchive.CreateAsync(
            designed,
            ZipArchiveMode.Read,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        foreach (var part in book.Entries.Where(p => !written.Contains(p.FullName)))
        {
            await using var from = await part.OpenAsync(cancellationToken);
            await using var to = await zip.CreateEntry(part.FullName, CompressionLevel.Optimal)
                .OpenAsync(cancellationToken);
            await from.CopyToAsync(to, cancellationToken);
        }
    }
}
