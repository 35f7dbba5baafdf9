using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Programmes;
using Pipeline.Domain.Programmes;

namespace Pipeline.Api.Endpoints;

/// <summary>The register of catalysts.</summary>
internal static class CatalystEndpoints
{
    public static void MapCatalysts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/catalysts").RequireAuthorization().WithTags("Catalysts");
        group
            .MapGet(
                "",
                async (
                    Query<CatalystMission> mission,
                    string? territory,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(await mediator.Send(new ListCatalysts(mission.Value, territory, page.Value), token))
            )
            .WithName("ListCatalysts");
        group
            .MapPost(
                "",
                async (Body<CatalystBody> body, IMediator mediator, CancellationToken token) =>
                {
                    var catalyst = await mediator.Send(new AddCatalyst(body.Value), token);
                    return TypedResults.Created($"/api/v1/catalysts/{catalyst.Id}", catalyst);
                }
            )
            .WithName("AddCatalyst")
            .Refuses<AddCatalyst>();
        group
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetCatalyst(id), token))
            )
            .WithName("GetCatalyst");
        group
            .MapPut(
                "/{id:guid}",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<CatalystBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new UpdateCatalyst(id, ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateCatalyst")
            .Refuses<UpdateCatalyst>();
        group
            .MapGet(
                "/{id:guid}/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListCatalystVersions(id), token))
            )
            .WithName("ListCatalystVersions");
    }
}
