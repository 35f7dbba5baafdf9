using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>A portfolio's commitments in the 360Giving Data Standard.</summary>
internal static class GrantEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder api)
    {
        foreach (var (file, format, type) in MapFiles(api))
            file.WithTags("Reports")
                .WithName($"GetGrants{format}")
                .Produces(StatusCodes.Status200OK, contentType: type)
                .WithSummary(
                    $"The portfolio's grants in the 360Giving Data Standard as {Codes.Of(format).ToUpperInvariant()}"
                )
                .WithDescription(
                    "Each commitment is a grant: the standard's ten required fields, planned dates and the recipient's country. What was imported comes out under the same identifiers, with the same amounts and dates."
                );
    }

    /// <summary>The files, beneath the API for programs and beside the pages for browsers.</summary>
    public static IReadOnlyList<(RouteHandlerBuilder Endpoint, GrantFormat Format, string Type)> MapFiles(
        IEndpointRouteBuilder routes
    ) =>
        [
            .. new[] { (GrantFormat.Json, "application/json"), (GrantFormat.Csv, "text/csv") }.Select(f =>
                (MapFile(routes, f.Item1, f.Item2), f.Item1, f.Item2)
            ),
        ];

    private static RouteHandlerBuilder MapFile(IEndpointRouteBuilder routes, GrantFormat format, string type) =>
        routes
            .MapGet(
                $"/portfolios/{{id:guid}}/360giving.{Codes.Of(format)}",
                (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    IGrantWriter writer,
                    PipelineMetrics metrics,
                    CancellationToken token
                ) => SendAsync(new(id, asOf.Value, knownAt.Value), format, type, mediator, writer, metrics, token)
            )
            .RequireAuthorization()
            .Refuses<GetGrants>()
            .CarriesFile();

    private static async Task<IResult> SendAsync(
        GetGrants request,
        GrantFormat format,
        string type,
        IMediator mediator,
        IGrantWriter writer,
        PipelineMetrics metrics,
        CancellationToken token
    )
    {
        using var export = metrics.Export("grants");
        var report = await mediator.Send(request, token);
        var target = new MemoryStream();
        writer.Write(report.Grants, format, target);
        target.Position = 0;
        export.Done(report.Grants.Count);
        return TypedResults.Stream(
            target,
            $"{type}; charset=utf-8",
            ReportEndpoints.FileName("360giving", report.PortfolioCode, report.AsOf, Codes.Of(format))
        );
    }
}
