using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
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
            .WithMetadata(new RequestSizeLimitAttribute(ImportEndpoints.MostBytes))
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<ObservationImportReport>()
            .Produces<ObservationImportProblem>(422, "application/problem+json")
            .CarriesFile();
        group
            .MapGet(
                "/observatory",
                async (
                    string? domain,
                    string? region,
                    Query<int> year,
                    Query<Viewpoint> viewpoint,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new GetObservatory(domain, region, year.Value, viewpoint.Value), token)
                    )
            )
            .WithName("GetObservatory")
            .Refuses<GetObservatory>();
        group
            .MapGet(
                "/portfolios/{id:guid}/observatory",
                async (Guid id, string? domain, Query<int> year, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetPortfolioObservatory(id, domain, year.Value), token))
            )
            .WithName("GetPortfolioObservatory")
            .Refuses<GetPortfolioObservatory>();
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context,
        Query<bool> dryRun,
        IMediator mediator,
        ICaller caller,
        CancellationToken token
    )
    {
        var file = await Forms.ReadOneFileAsync(context);
        await using var content = file.OpenReadStream();
        try
        {
            return TypedResults.Ok(
                await mediator.Send(new ImportObservations(file.FileName, content, dryRun.Value ?? false), token)
            );
        }
        catch (ObservationsRefusedException e)
        {
            return RefusedFile.Answer(
                context,
                e.Refusal,
                e.Report.Errors,
                refusal => new ObservationImportProblem(
                    "about:blank",
                    RefusedFile.TitleOf(refusal),
                    refusal.Status,
                    refusal.Code,
                    e.First.Refusal.Sentence.In(caller.Language),
                    ProblemMiddleware.TraceIdOf(context),
                    e.Report.Errors,
                    e.Report.DryRun,
                    e.Report.RowsRead,
                    e.Report.Rejected
                )
            );
        }
    }
}
