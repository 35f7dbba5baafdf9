using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Indicators;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Api.Endpoints;

/// <summary>Indicators of portfolios, and what projects aim at and have reached.</summary>
internal static class IndicatorEndpoints
{
    public static void MapIndicators(this IEndpointRouteBuilder api)
    {
        OfPortfolios(api.MapGroup("/portfolios/{id:guid}/indicators").RequireAuthorization().WithTags("Indicators"));
        Readings(api.MapGroup("/projects/{id:guid}/indicator-readings").RequireAuthorization().WithTags("Indicators"));
        Targets(api.MapGroup("/projects/{id:guid}/indicator-targets").RequireAuthorization().WithTags("Indicators"));
    }

    private static void OfPortfolios(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetIndicators(id), token))
            )
            .WithName("GetIndicators");
        group
            .MapPut(
                "",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<IndicatorListBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new SetIndicators(id, ifMatch.Version, body.Value), token))
            )
            .WithName("SetIndicators")
            .Refuses<SetIndicators>();
        group
            .MapGet(
                "/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListPortfolioVersions(DocumentKind.Indicators, id), token))
            )
            .WithName("ListIndicatorVersions")
            .WithSummary("All versions of a portfolio's indicators")
            .WithDescription("All versions of the list of a portfolio's indicators, the first one first.");
    }

    private static void Readings(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "",
                async (Guid id, string? indicator, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListIndicatorReadings(id, indicator, page.Value), token))
            )
            .WithName("ListIndicatorReadings");
        group
            .MapPost(
                "",
                async (Guid id, Body<IndicatorReadingBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/indicator-readings",
                        await mediator.Send(new RecordIndicatorReading(id, body.Value), token)
                    )
            )
            .WithName("RecordIndicatorReading")
            .Refuses<RecordIndicatorReading>();
        group
            .MapPost(
                "/{readingId:guid}/reversal",
                async (Guid id, Guid readingId, Body<ReversalBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/indicator-readings",
                        await mediator.Send(new ReverseIndicatorReading(id, readingId, body.Value), token)
                    )
            )
            .WithName("ReverseIndicatorReading")
            .Refuses<ReverseIndicatorReading>();
    }

    private static void Targets(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetIndicatorTargets(id), token))
            )
            .WithName("GetIndicatorTargets");
        group
            .MapPut(
                "",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<IndicatorTargets> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new SetIndicatorTargets(id, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("SetIndicatorTargets")
            .Refuses<SetIndicatorTargets>();
        group
            .MapGet(
                "/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListVersions(DocumentKind.IndicatorTargets, id), token))
            )
            .WithName("ListIndicatorTargetVersions")
            .WithSummary("All versions of a project's targets")
            .WithDescription("All versions of what a project aims at, by indicator, the first one first.");
    }
}
