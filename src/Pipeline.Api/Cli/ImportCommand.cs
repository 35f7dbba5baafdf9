using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Api.Cli;

/// <summary><c>import FILE --portfolio CODE [--dry-run] [--on-error skip] [--mapping NAME] [--encoding NAME]</c>.</summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, Options options)
    {
        var (code, dryRun) = (options.Required("--portfolio"), options.Flag("--dry-run"));
        var (onError, mapping, encoding) = (
            OnError(options.Value("--on-error")),
            options.Value("--mapping"),
            options.Value("--encoding")
        );
        var path = options.Word("FILE");
        options.Done();
        if (!File.Exists(path))
            throw new CommandException($"There is no file {path}.");
        var portfolioId = await PortfolioCode.FindAsync(services.GetRequiredService<IPipelineDb>(), code);
        await using var content = File.OpenRead(path);
        try
        {
            ImportReport report;
            using (var ticker = new ProgressLine())
                report = await services
                    .GetRequiredService<IMediator>()
                    .Send(
                        new ImportFile(
                            portfolioId,
                            Path.GetFileName(path),
                            content,
                            dryRun,
                            onError,
                            mapping,
                            encoding,
                            new Counter(ticker)
                        )
                    );
            Print(report);
            // Rows that were to be skipped are no failure; that they were, the report says.
            return report.Errors.Count == 0 || onError == ErrorHandling.Skip ? 0 : 1;
        }
        catch (ImportRefusedException e)
        {
            Print(e.Report);
            throw new CommandException("Nothing was imported: mend the errors and run it again.");
        }
    }

    private static ErrorHandling OnError(string? word) =>
        word is null ? ErrorHandling.Refuse
        : Enum.GetValues<ErrorHandling>().FirstOrDefault(e => Codes.Of(e) == word) is var found and not 0 ? found
        : throw new CommandException($"--on-error is '{word}'; it takes refuse or skip.");

    private static void Print(ImportReport report)
    {
        foreach (var notice in report.Notices)
            Console.WriteLine($"note   {notice.Field}: {notice.Message}");
        foreach (var error in report.Errors)
            Console.WriteLine($"error  {error.Field}: {error.Message} [{error.Code}]");
        Console.WriteLine(
            FormattableString.Invariant(
                $"{(report.DryRun ? "Dry run, nothing written. " : "")}{report.RowsRead} rows read: {report.Created} created, {report.Updated} updated, {report.Unchanged} unchanged, {report.Rejected} rejected."
            )
        );
        if (report is { ImportId: { } id, Rejected: > 0 })
            Console.WriteLine($"The rows that were left out: GET /api/v1/imports/{id}/rejected.csv");
        Console.WriteLine(
            FormattableString.Invariant(
                $"{report.Committed.Amount:0.00} {report.Committed.Currency} committed in the file; {report.OrganisationsCreated} organisations new."
            )
        );
    }

    private sealed class Counter(ProgressLine ticker) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            ticker.Show(FormattableString.Invariant($"{value.Done:N0} of {value.Total:N0} rows"));
    }
}
