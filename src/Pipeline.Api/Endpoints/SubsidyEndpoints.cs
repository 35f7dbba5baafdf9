using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Exports;

namespace Pipeline.Api.Endpoints;

/// <summary>A portfolio's commitments in the French regulatory format of subsidy agreements.</summary>
internal static class SubsidyEndpoints
{
    public static void MapSubsidies(this IEndpointRouteBuilder api) =>
        MapSubsidyFile(api)
            .WithTags("Reports")
            .WithName("GetSubsidies")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");

    /// <summary>The file, beneath the API for programs and beside the pages for browsers.</summary>
    public static RouteHandlerBuilder MapSubsidyFile(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/portfolios/{id:guid}/subsidies.csv", SubsidiesAsync)
            .RequireAuthorization()
            .Refuses<GetSubsidies>()
            .CarriesFile();

    private static async Task<IResult> SubsidiesAsync(
        Guid id,
        Query<DateOnly> asOf,
        Query<DateTimeOffset> knownAt,
        IMediator mediator,
        ISubsidyWriter writer,
        PipelineMetrics metrics,
        CancellationToken token
    )
    {
        using var export = metrics.Export("subsidies");
        var report = await mediator.Send(new GetSubsidies(id, asOf.Value, knownAt.Value), token);
        var target = new MemoryStream();
        writer.Write(report.Rows, target);
        target.Position = 0;
        export.Done(report.Rows.Count);
        return TypedResults.Stream(
            target,
            "text/csv; charset=utf-8",
            ReportEndpoints.FileName("subventions", report.PortfolioCode, report.AsOf, "csv")
        );
    }
}
