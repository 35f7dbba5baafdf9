using System.CommandLine;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Imports;
using Pipeline.Domain.Imports;

namespace Pipeline.Api.Cli;

/// <summary><c>import FILE --portfolio CODE [--dry-run] [--on-error skip] [--mapping NAME] [--encoding NAME]</c>.</summary>
internal static class ImportCommand
{
    public static Command Of(Product product)
    {
        var file = Words.Word("FILE", "CSV, JSON or XLSX");
        var code = PortfolioCode.Option();
        var dryRun = Words.Flag("--dry-run", "Say what would happen, and write nothing");
        var onError = Words.Code<ErrorHandling>("--on-error", "What becomes of a file in which some rows are wrong");
        var mapping = Words.Text(
            "--mapping",
            "NAME",
            "What the headings mean: a mapping of the portfolio, or a built-in one"
        );
        var encoding = Words.Text("--encoding", "NAME", "What the letters are written in, where it is not certain");
        return product.Command(
            "import",
            "Take a file into a portfolio",
            [file, code, dryRun, onError, mapping, encoding],
            (services, given) =>
                RunAsync(
                    services,
                    given.GetRequiredValue(file),
                    given.GetRequiredValue(code),
                    (id, name, content, progress) =>
                        new ImportFile(
                            id,
                            name,
                            content,
                            given.GetValue(dryRun),
                            given.GetValue(onError) ?? ErrorHandling.Refuse,
                            given.GetValue(mapping),
                            given.GetValue(encoding),
                            progress
                        )
                )
        );
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        string path,
        string code,
        Func<Guid, string, Stream, IProgress<ImportProgress>, ImportFile> order
    )
    {
        if (!File.Exists(path))
            throw new CommandException($"There is no file {path}.");
        var portfolioId = await PortfolioCode.FindAsync(services.GetRequiredService<IPipelineDb>(), code);
        await using var content = File.OpenRead(path);
        try
        {
            ImportFile request;
            ImportReport report;
            using (var ticker = new ProgressLine())
            {
                request = order(portfolioId, Path.GetFileName(path), content, new Counter(ticker));
                report = await services.GetRequiredService<IMediator>().Send(request);
            }
            Print(report);
            // Rows that were to be skipped are no failure; that they were, the report says.
            return report.Refuses(request.OnError)
                ? throw new CommandException("Nothing would be imported: mend the errors and run it again.")
                : 0;
        }
        catch (ImportRefusedException e)
        {
            Print(e.Report);
            throw new CommandException("Nothing was imported: mend the errors and run it again.");
        }
    }

    private static void Print(ImportReport report)
    {
        foreach (var notice in report.Notices)
            Console.WriteLine($"note   {notice.Field}: {notice.Message}");
        foreach (var error in report.Errors)
            Console.WriteLine($"error  {error.Field}: {error.Message} [{error.Code}]");
        Console.WriteLine(
            FormattableString.Invariant(
                $"{(report.DryRun ? "Dry run, nothing written. " : "")}{Counted.Of(report.RowsRead, "row")} read: {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged, {report.Rejected} rejected."
            )
        );
        if (report is { ImportId: { } id, Rejected: > 0 })
            Console.WriteLine(
                $"The rows that were left out are had as a file from the page /imports?import={id}, or from GET /api/v1/imports/{id}/rejected.csv."
            );
        Console.WriteLine(
            FormattableString.Invariant(
                $"{report.Committed.Amount:0.00} {report.Committed.Currency} committed in the file; {Counted.Of(report.OrganisationsCreated, "new organisation")}."
            )
        );
    }

    private sealed class Counter(ProgressLine ticker) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            ticker.Show(FormattableString.Invariant($"{value.Done:N0} of {value.Total:N0} rows"));
    }
}
