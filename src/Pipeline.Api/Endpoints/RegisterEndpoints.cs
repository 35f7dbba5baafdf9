using System.Globalization;
using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>A register in one format, as it is served.</summary>
internal sealed record RegisterFile(
    RouteHandlerBuilder Endpoint,
    string Path,
    string Name,
    string What,
    RegisterFormat Format,
    string Type
);

/// <summary>Registers that go out whole, row by row: the list's filters and order, none of its pages.</summary>
internal static class RegisterEndpoints
{
    private const string CsvType = "text/csv",
        JsonType = "application/json";

    private static readonly (RegisterFormat Format, string Type)[] Formats =
    [
        (RegisterFormat.Xlsx, ReportEndpoints.WorkbookType),
        (RegisterFormat.Csv, CsvType),
        (RegisterFormat.Json, JsonType),
    ];

    public static void MapRegisters(this IEndpointRouteBuilder api)
    {
        foreach (var (endpoint, path, name, what, format, type) in MapFiles(api))
            endpoint
                .WithTags("Reports")
                .WithName($"Export{name}{format}")
                .Produces(StatusCodes.Status200OK, contentType: type)
                .WithSummary($"The register of {path} as {format.ToString().ToUpperInvariant()}")
                .WithDescription($"All rows, without pages: {what}.");
    }

    /// <summary>The registers, beneath the API for programs and beside the pages for browsers.</summary>
    public static IReadOnlyList<RegisterFile> MapFiles(IEndpointRouteBuilder routes) =>
        [
            .. Map<ExportProjects, ProjectRow>(
                routes,
                "projects",
                "Projects",
                "the projects that the list shows with the same filters, in its order, with their ledgers: in the books of the filter's portfolio, or in all",
                (filter, language) => new ExportProjects(filter, language)
            ),
            .. Map<ExportTransitions, TransitionRow>(
                routes,
                "transitions",
                "Transitions",
                "every report of the projects that the list shows with the same filters, in its order",
                (filter, _) => new ExportTransitions(filter)
            ),
            .. Map<ExportCommitments, CommitmentRow>(
                routes,
                "commitments",
                "Commitments",
                "the commitments of the projects that meet the filters, in their order; portfolioId means the portfolio's books",
                (filter, _) => new ExportCommitments(filter)
            ),
            .. Map<ExportDeliveries, DeliveryRow>(
                routes,
                "deliveries",
                "Deliveries",
                "deliveries and reversals of the projects that meet the filters, in their order; portfolioId means the portfolio's books",
                (filter, _) => new ExportDeliveries(filter)
            ),
        ];

    private static IEnumerable<RegisterFile> Map<TQuery, TRow>(
        IEndpointRouteBuilder routes,
        string path,
        string name,
        string what,
        Func<ProjectFilter, Language, TQuery> query
    )
        where TQuery : IQuery<IAsyncEnumerable<TRow>>, IRefusing =>
        from file in Formats
        select new RegisterFile(
            routes
                .MapGet(
                    $"/{path}/export.{EndingOf(file.Format)}",
                    (
                        [AsParameters] ProjectFilterQuery filter,
                        string? lang,
                        HttpContext context,
                        IMediator mediator,
                        IRegisterWriter writer,
                        PipelineMetrics metrics,
                        TimeProvider time,
                        CancellationToken token
                    ) =>
                    {
                        var language = ReportEndpoints.LanguageOf(lang, context);
                        return SendAsync(
                            mediator.Send(query(filter.Value, language), token),
                            path,
                            file.Format,
                            file.Type,
                            language,
                            writer,
                            metrics,
                            time,
                            token
                        );
                    }
                )
                .RequireAuthorization()
                .Refuses<TQuery>(BindingRefusals.UnknownLanguage)
                .CarriesFile(),
            path,
            name,
            what,
            file.Format,
            file.Type
        );

    // The filter has been judged when the rows are there to be asked for: a refusal comes before the first byte.
    private static async Task<IResult> SendAsync<TRow>(
        Task<IAsyncEnumerable<TRow>> query,
        string path,
        RegisterFormat format,
        string type,
        Language language,
        IRegisterWriter writer,
        PipelineMetrics metrics,
        TimeProvider time,
        CancellationToken token
    )
    {
        var rows = await query;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"pipeline-{path}-{time.GetUtcNow().Today():yyyy-MM-dd}.{EndingOf(format)}"
        );
        return TypedResults.Stream(WriteAsync, format == RegisterFormat.Xlsx ? type : $"{type}; charset=utf-8", name);

        async Task WriteAsync(Stream body)
        {
            using var export = metrics.Export(path);
            await writer.WriteAsync(export.Through(rows, token), format, language, body, token);
        }
    }

    private static string EndingOf(RegisterFormat format) => Codes.Of(format);
}
