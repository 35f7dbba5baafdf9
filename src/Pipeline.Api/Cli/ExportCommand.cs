using System.Globalization;
using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Cli;

/// <summary><c>export --portfolio CODE --out FILE.xlsx [--as-of DATE] [--lang fr]</c>.</summary>
internal static class ExportCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, Options options)
    {
        var (code, path, asOf, lang) = (
            options.Required("--portfolio"),
            options.Required("--out"),
            options.Value("--as-of"),
            options.Value("--lang")
        );
        options.Done();
        DateOnly? day = null;
        if (asOf is not null)
            day = DateOnly.TryParseExact(
                asOf,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? date
                : throw new CommandException($"--as-of is '{asOf}'; a date as yyyy-MM-dd is expected.");
        var language = lang is null
            ? Language.En
            : Languages.Parse(lang) ?? throw new CommandException($"--lang is '{lang}'; en or fr is expected.");

        var portfolioId = await PortfolioCode.FindAsync(services.GetRequiredService<IPipelineDb>(), code);
        var report = await services
            .GetRequiredService<IMediator>()
            .Send(new GetPortfolioReport(portfolioId, day, null, language));
        using var workbook = new MemoryStream();
        await services.GetRequiredService<IWorkbookWriter>().WriteAsync(report, workbook, CancellationToken.None);
        // Written whole first: a failure leaves an older file as it was.
        await File.WriteAllBytesAsync(path, workbook.ToArray());
        Console.WriteLine(
            $"{path}: portfolio {code} as of {report.Dashboard.AsOf:yyyy-MM-dd}, {report.Dashboard.Projects.Total} projects."
        );
        return 0;
    }
}
