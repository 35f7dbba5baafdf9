using System.Globalization;
using System.Text;
using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>Workbooks that go out.</summary>
internal static class ReportEndpoints
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string TextType = "text/plain";

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/portfolios/{id:guid}/excel-connection",
                async (
                    Guid id,
                    string? lang,
                    HttpContext context,
                    IMediator mediator,
                    IExcelConnectionWriter writer,
                    TimeProvider time,
                    CancellationToken token
                ) =>
                {
                    var connection = await mediator.Send(new GetExcelConnection(id, LanguageOf(lang, context)), token);
                    return TypedResults.File(
                        Encoding.UTF8.GetBytes(writer.Write(connection)),
                        $"{TextType}; charset=utf-8",
                        FileName("pipeline-connection", connection.PortfolioCode, time.GetUtcNow().Today(), "txt")
                    );
                }
            )
            .RequireAuthorization()
            .WithTags("Reports")
            .WithName("GetExcelConnection")
            .Refuses(HttpRefusal.Of(BindingRefusals.UnknownLanguage))
            .Produces(StatusCodes.Status200OK, contentType: TextType);
        MapReport(api)
            .WithTags("Reports")
            .WithName("GetPortfolioReport")
            .Produces(StatusCodes.Status200OK, contentType: WorkbookType);
    }

    /// <summary>The workbook of a portfolio, beneath the API for programs and beside the pages for browsers.</summary>
    public static RouteHandlerBuilder MapReport(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/portfolios/{id:guid}/report.xlsx", ReportAsync)
            .RequireAuthorization()
            .Refuses<GetPortfolioReport>(BindingRefusals.UnknownLanguage)
            .CarriesFile();

    private static async Task<IResult> ReportAsync(
        Guid id,
        Query<DateOnly> asOf,
        Query<DateTimeOffset> knownAt,
        string? lang,
        HttpContext context,
        IMediator mediator,
        IWorkbookWriter writer,
        PipelineMetrics metrics,
        CancellationToken token
    )
    {
        // Measured from here to the end of the request, whichever way that comes.
        var export = metrics.Export("report");
        context.Response.RegisterForDispose(export);
        var report = await mediator.Send(
            new GetPortfolioReport(id, asOf.Value, knownAt.Value, LanguageOf(lang, context)),
            token
        );
        return TypedResults.Stream(
            async body => export.Done(await writer.WriteAsync(report, body, token)),
            WorkbookType,
            FileName("pipeline", report.Dashboard.Portfolio.Code, report.Dashboard.AsOf, "xlsx")
        );
    }

    /// <summary>Of the parameter where it is given, of the header else.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_language</c>.</exception>
    public static Language LanguageOf(string? lang, HttpContext context) =>
        string.IsNullOrEmpty(lang)
            ? context.Language()
            : Languages.Parse(lang) ?? throw BindingRefusals.UnknownLanguage.With(lang).At("lang");

    /// <summary>A name that every system takes: what a portfolio's code has besides letters and digits becomes a hyphen.</summary>
    public static string FileName(string kind, string portfolioCode, DateOnly asOf, string extension)
    {
        var code = string.Concat(portfolioCode.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{code}-{asOf:yyyy-MM-dd}.{extension}");
    }
}
