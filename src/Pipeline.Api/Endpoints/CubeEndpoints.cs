using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Application.Cubes;
using Pipeline.Application.Exports;

namespace Pipeline.Api.Endpoints;

/// <summary>A portfolio by two dimensions, as a reply and as files, with the projects behind it.</summary>
internal static class CubeEndpoints
{
    public static void MapCube(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/portfolios/{id:guid}/cube").RequireAuthorization().WithTags("Portfolios");
        group
            .MapGet(
                "",
                async ([AsParameters] CubeQuery cube, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(cube.Value, token))
            )
            .WithName("GetCube")
            .Refuses<GetCube>();
        group
            .MapGet(
                "/projects",
                async (
                    [AsParameters] CubeQuery cube,
                    string? row,
                    string? column,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new GetCubeProjects(cube.Value, row, column), token))
            )
            .WithName("GetCubeProjects")
            .Refuses<GetCubeProjects>();
        foreach (var file in MapFiles(api))
            file.Endpoint.WithTags("Portfolios")
                .WithName($"ExportCube{file.Format}")
                .WithSummary($"A portfolio by two dimensions as {file.Format.ToString().ToUpperInvariant()}")
                .WithDescription("The cells of the cube, a line a cell, with the same parameters.")
                .Produces(StatusCodes.Status200OK, contentType: file.Type);
    }

    /// <summary>The files, beneath the API for programs and beside the pages for browsers.</summary>
    public static IReadOnlyList<ViewFile> MapFiles(IEndpointRouteBuilder routes)
    {
        var files = ViewFiles.Map(
            routes,
            "/portfolios/{id:guid}/cube",
            format =>
                async (
                    [AsParameters] CubeQuery asked,
                    IMediator mediator,
                    ICaller caller,
                    IRegisterWriter writer,
                    PipelineMetrics metrics,
                    CancellationToken token
                ) =>
                {
                    var cube = await mediator.Send(asked.Value, token);
                    return await ViewFiles.SendAsync(
                        [.. CubeRow.Of(cube)],
                        "cube",
                        cube.AsOf,
                        format,
                        caller.Language,
                        writer,
                        metrics,
                        token
                    );
                }
        );
        foreach (var file in files)
            file.Endpoint.Refuses<GetCube>().CarriesFile();
        return files;
    }
}
