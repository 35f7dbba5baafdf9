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

/// <summary>Registers that go out whole, row by row: the list's filters and order, none of its pages.</summary>
internal static class RegisterEndpoints
{
    private const string CsvType = "text/csv",
        JsonType = "application/json";

    public static void MapRegisters(this IEndpointRouteBuilder api)
    {
        Map<ExportProjects, ProjectRow>(
            api,
            "projects",
            "Projects",
            "the projects that the list shows with the same filters, in its order, with their ledgers: in the books of the filter's portfolio, or in all",
            (filter, language) => new ExportProjects(filter, language)
        );
        Map<ExportTransitions, TransitionRow>(
            api,
            "transitions",
            "Transitions",
            "every report of the projects that the list shows with the same filters, in its order",
            (filter, _) => new ExportTransitions(filter)
        );
        Map<ExportCommitments, CommitmentRow>(
            api,
            "commitments",
            "Commitments",
            "the commitments of the projects that meet the filters, in their order; portfolioId means the portfolio's books",
            (filter, _) => new ExportCommitments(filter)
        );
        Map<ExportDeliveries, DeliveryRow>(
            api,
            "deliveries",
            "Deliveries",
            "deliveries and reversals of the projects that meet the filters, in their order; portfolioId means the portfolio's books",
            (filter, _) => new ExportDeliveries(filter)
        );
    }

    private static void Map<TQuery, TRow>(
        IEndpointRouteBuilder api,
        string path,
        string name,
        string what,
        Func<ProjectFilter, Language, TQuery> query
    )
        where TQuery : IQuery<IAsyncEnumerable<TRow>>, IRefusing
    {
        foreach (
            var (format, type) in new[]
            {
                (RegisterFormat.Xlsx, ReportEndpoints.WorkbookType),
                (RegisterFormat.Csv, CsvType),
                (RegisterFormat.Json, JsonType),
            }
        )
            api.MapGet(
                    $"/{path}/export.{EndingOf(format)}",
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
                            format,
                            type,
                            language,
                            writer,
                            metrics,
                            time,
                            token
                        );
                    }
                )
                .RequireAuthorization()
                .WithTags("Reports")
                .WithName($"Export{name}{format}")
                .Refuses<TQuery>(BindingRefusals.UnknownLanguage)
                .Produces(StatusCodes.Status200OK, contentType: type)
                .CarriesFile()
                .WithSummary($"The register of {path} as {format.ToString().ToUpperInvariant()}")
                .WithDescription($"All rows, without pages: {what}.");
    }

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
