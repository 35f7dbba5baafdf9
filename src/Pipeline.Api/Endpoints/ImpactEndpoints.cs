using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Impacts;
using Pipeline.Application.Records;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Records;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Endpoints;

/// <summary>Impacts of projects, and what was found of them.</summary>
internal static class ImpactEndpoints
{
    public static void MapImpacts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/projects/{id:guid}/impacts").RequireAuthorization().WithTags("Impacts");
        Reading(group);
        Writing(group);
        api.MapGroup("/portfolios/{id:guid}")
            .RequireAuthorization()
            .WithTags("Impacts")
            .MapGet(
                "/impacts",
                async (
                    Guid id,
                    Query<ImpactKind> kind,
                    Query<ImpactState> state,
                    Query<Foreseen> foreseen,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListPortfolioImpacts(
                                id,
                                kind.Value,
                                state.Value,
                                foreseen.Value,
                                asOf.Value,
                                knownAt.Value,
                                page.Value
                            ),
                            token
                        )
                    )
            )
            .WithName("ListPortfolioImpacts")
            .Refuses<ListPortfolioImpacts>();
    }

    private static void Reading(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListImpacts(id), token))
            )
            .WithName("ListImpacts");
        group
            .MapGet(
                "/{impactId:guid}",
                async (Guid id, Guid impactId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetImpact(id, impactId), token))
            )
            .WithName("GetImpact");
        group
            .MapGet(
                "/{impactId:guid}/versions",
                async (Guid id, Guid impactId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(new ListVersions(DocumentKind.Impact, id, DocumentId: impactId), token)
                    )
            )
            .WithName("ListImpactVersions")
            .WithSummary("All versions of an impact")
            .WithDescription("All versions of an impact of a project, the first one first.");
    }

    private static void Writing(RouteGroupBuilder group)
    {
        group
            .MapPost(
                "",
                async (Guid id, Body<Impact> body, IMediator mediator, CancellationToken token) =>
                {
                    var impact = await mediator.Send(new CreateImpact(id, body.Value), token);
                    return TypedResults.Created($"/api/v1/projects/{id}/impacts/{impact.Id}", impact);
                }
            )
            .WithName("CreateImpact")
            .Refuses<CreateImpact>();
        group
            .MapPut(
                "/{impactId:guid}",
                async (
                    Guid id,
                    Guid impactId,
                    IfMatch ifMatch,
                    Body<Impact> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new UpdateImpact(id, impactId, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("UpdateImpact")
            .Refuses<UpdateImpact>();
        group
            .MapPost(
                "/{impactId:guid}/readings",
                async (
                    Guid id,
                    Guid impactId,
                    Body<ImpactReadingBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/impacts/{impactId}",
                        await mediator.Send(new ReadImpact(id, impactId, body.Value), token)
                    )
            )
            .WithName("ReadImpact")
            .Refuses<ReadImpact>();
    }
}
