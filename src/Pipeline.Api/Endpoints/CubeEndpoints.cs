using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Application.Cubes;
using Pipeline.Application.Exports;

namespace Pipeline.Api.Endpoints;

/// <summary>A portfolio by two dimensions, as a reply and as a file.</summary>
internal static class CubeEndpoints
{
    public static void MapCube(this IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/portfolios/{id:guid}/cube",
                async ([AsParameters] CubeQuery cube, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(cube.Value, token))
            )
            .RequireAuthorization()
            .WithTags("Portfolios")
            .WithName("GetCube")
            .Refuses<GetCube>();
        MapCubeFile(api)
            .WithTags("Portfolios")
            .WithName("ExportCube")
            .WithSummary("A portfolio by two dimensions as CSV")
            .WithDescription("The cells of the cube, a line a cell, with the same parameters.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    /// <summary>The file, beneath the API for programs and beside the pages for browsers.</summary>
    public static RouteHandlerBuilder MapCubeFile(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/portfolios/{id:guid}/cube.csv",
                async (
                    [AsParameters] CubeQuery cube,
                    IMediator mediator,
                    ICaller caller,
                    IRegisterWriter writer,
                    PipelineMetrics metrics,
                    CancellationToken token
                ) =>
                {
                    using var export = metrics.Export("cube");
                    var rows = CubeRow.Of(await mediator.Send(cube.Value, token)).ToList();
                    var target = new MemoryStream();
                    await writer.WriteAsync(
                        rows.ToAsyncEnumerable(),
                        RegisterFormat.Csv,
                        caller.Language,
                        target,
                        token
                    );
                    target.Position = 0;
                    export.Done(rows.Count);
                    return TypedResults.Stream(target, "text/csv; charset=utf-8", "cube.csv");
                }
            )
            .RequireAuthorization()
            .Refuses<GetCube>()
            .CarriesFile();
}
