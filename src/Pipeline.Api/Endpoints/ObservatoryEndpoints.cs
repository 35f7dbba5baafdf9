using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Application.Observatory;
using Pipeline.Domain.Observatory;

namespace Pipeline.Api.Endpoints;

/// <summary>What is published of fragilities, and a portfolio's money beside it.</summary>
internal static class ObservatoryEndpoints
{
    public static void MapObservatory(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization().WithTags("Observatory");
        group
            .MapPost("/observatory/imports", ImportAsync)
            .WithName("ImportObservations")
            .Refuses<ImportObservations>(BindingRefusals.TooManyFiles)
            .TakesFile(FileUse.Import)
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<ObservationImportReport>()
            .Produces<ImportProblem>(422, "application/problem+json")
            .CarriesFile();
        group
            .MapGet(
                "/observatory",
                async (
                    string? domain,
                    string? region,
                    Query<int> year,
                    Query<Viewpoint> viewpoint,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new GetObservatory(domain, region, year.Value, viewpoint.Value, knownAt.Value),
                            token
                        )
                    )
            )
            .WithName("GetObservatory")
            .Refuses<GetObservatory>();
        group
            .MapGet(
                "/portfolios/{id:guid}/observatory",
                async ([AsParameters] PortfolioObservatoryQuery asked, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(asked.Value, token))
            )
            .WithName("GetPortfolioObservatory")
            .Refuses<GetPortfolioObservatory>();
        foreach (var file in MapFiles(api))
            file.Endpoint.WithTags("Observatory")
                .WithName($"ExportObservatory{file.Format}")
                .WithSummary(
                    $"What is observed beside a portfolio's money as {file.Format.ToString().ToUpperInvariant()}"
                )
                .WithDescription("A line a value of a region, with the same parameters; no line sums regions up.")
                .Produces(StatusCodes.Status200OK, contentType: file.Type);
    }

    /// <summary>The files, beneath the API for programs and beside the pages for browsers.</summary>
    public static IReadOnlyList<ViewFile> MapFiles(IEndpointRouteBuilder routes)
    {
        var files = ViewFiles.Map(
            routes,
            "/portfolios/{id:guid}/observatory",
            format =>
                async (
                    [AsParameters] PortfolioObservatoryQuery asked,
                    IMediator mediator,
                    ICaller caller,
                    IRegisterWriter writer,
                    PipelineMetrics metrics,
                    CancellationToken token
                ) =>
                {
                    var observatory = await mediator.Send(asked.Value, token);
                    return await ViewFiles.SendAsync(
                        [.. ObservatoryRow.Of(observatory)],
                        "observatory",
                        observatory.AsOf,
                        format,
                        caller.Language,
                        writer,
                        metrics,
                        token
                    );
                }
        );
        foreach (var file in files)
            file.Endpoint.Refuses<GetPortfolioObservatory>().CarriesFile();
        return files;
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context,
        Query<bool> dryRun,
        string? encoding,
        IMediator mediator,
        ICaller caller,
        CancellationToken token
    )
    {
        var (file, _) = await Forms.ReadFileAsync(context);
        await using var content = file.OpenReadStream();
        try
        {
            return TypedResults.Ok(
                await mediator.Send(
                    new ImportObservations(file.FileName, content, encoding, dryRun.Value ?? false),
                    token
                )
            );
        }
        catch (ObservationsRefusedException e)
        {
            return RefusedFile.Answer(context, e, caller.Language);
        }
    }
}
