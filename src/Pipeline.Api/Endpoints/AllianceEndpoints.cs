using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Alliances;
using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Records;

namespace Pipeline.Api.Endpoints;

/// <summary>Alliances of projects, and those of a whole portfolio.</summary>
internal static class AllianceEndpoints
{
    public static void MapAlliances(this IEndpointRouteBuilder api)
    {
        OfProjects(api.MapGroup("/projects/{id:guid}").RequireAuthorization().WithTags("Alliances"));
        OfPortfolios(api.MapGroup("/portfolios/{id:guid}").RequireAuthorization().WithTags("Alliances"));
    }

    private static void OfProjects(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/alliances",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListAlliances(id), token))
            )
            .WithName("ListAlliances");
        group
            .MapPost(
                "/alliances",
                async (Guid id, Body<Alliance> body, IMediator mediator, CancellationToken token) =>
                {
                    var alliance = await mediator.Send(new CreateAlliance(id, body.Value), token);
                    return TypedResults.Created($"/api/v1/projects/{id}/alliances/{alliance.Id}", alliance);
                }
            )
            .WithName("CreateAlliance")
            .Refuses<CreateAlliance>();
        group
            .MapGet(
                "/alliances/{allianceId:guid}",
                async (Guid id, Guid allianceId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetAlliance(id, allianceId), token))
            )
            .WithName("GetAlliance");
        group
            .MapPut(
                "/alliances/{allianceId:guid}",
                async (
                    Guid id,
                    Guid allianceId,
                    IfMatch ifMatch,
                    Body<Alliance> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new UpdateAlliance(id, allianceId, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("UpdateAlliance")
            .Refuses<UpdateAlliance>();
        group
            .MapGet(
                "/alliances/{allianceId:guid}/versions",
                async (Guid id, Guid allianceId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(new ListVersions(DocumentKind.Alliance, id, DocumentId: allianceId), token)
                    )
            )
            .WithName("ListAllianceVersions")
            .WithSummary("All versions of an alliance")
            .WithDescription("All versions of an alliance of a project, the first one first.");
    }

    private static void OfPortfolios(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/alliances",
                async (
                    Guid id,
                    Query<AllianceCategory> category,
                    Query<AllianceForm> form,
                    Query<Guid> partner,
                    Query<bool> doubleImpact,
                    Query<bool> underWay,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListPortfolioAlliances(
                                id,
                                category.Value,
                                form.Value,
                                partner.Value,
                                doubleImpact.Value,
                                underWay.Value,
                                asOf.Value,
                                knownAt.Value,
                                page.Value
                            ),
                            token
                        )
                    )
            )
            .WithName("ListPortfolioAlliances")
            .Refuses<ListPortfolioAlliances>();
    }
}
