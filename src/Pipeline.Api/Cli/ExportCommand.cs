using System.CommandLine;
using System.CommandLine.Parsing;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Cli;

/// <summary><c>export --portfolio CODE --out FILE.xlsx [--as-of DATE] [--lang fr]</c>.</summary>
internal static class ExportCommand
{
    public static Command Of(Product product)
    {
        var code = PortfolioCode.Option();
        var path = Words.Required("--out", "FILE.xlsx", "Where the workbook goes");
        path.Validators.Add(RefuseOtherKinds);
        var asOf = Words.Day("--as-of", "What was effective by this day; today where left out");
        var language = Words.Code<Language>("--lang", "The language; English where left out");
        return product.Command(
            "export",
            "Write a portfolio's workbook",
            [code, path, asOf, language],
            (services, given) =>
                RunAsync(
                    services,
                    given.GetRequiredValue(code),
                    given.GetRequiredValue(path),
                    given.GetValue(asOf),
                    given.GetValue(language) ?? Language.En
                )
        );
    }

    // A name that promises another kind of file than is written misleads whoever opens it.
    private static void RefuseOtherKinds(OptionResult given)
    {
        if (
            given.Tokens is [{ Value: var path }]
            && !path.StartsWith("--", StringComparison.Ordinal)
            && Path.GetExtension(path) is { Length: > 0 } ending
            && !ending.Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
        )
            given.AddError($"--out is '{path}'; a workbook is written, whose name ends in .xlsx.");
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        string code,
        string path,
        DateOnly? day,
        Language language
    )
    {
        var portfolioId = await PortfolioCode.FindAsync(services.GetRequiredService<IPipelineDb>(), code);
        var report = await services
            .GetRequiredService<IMediator>()
            .Send(new GetPortfolioReport(portfolioId, day, null, language));
        using var workbook = new MemoryStream();
        await services.GetRequiredService<IWorkbookWriter>().WriteAsync(report, workbook, CancellationToken.None);
        // Written whole first: a failure leaves an older file as it was.
        await File.WriteAllBytesAsync(path, workbook.ToArray());
        Console.WriteLine(
            $"{path}: portfolio {code} as of {report.Dashboard.AsOf:yyyy-MM-dd}, {Counted.Of(report.Dashboard.Projects.Total, "project")}."
        );
        return 0;
    }
}
