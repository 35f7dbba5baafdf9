using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Economics;
using Pipeline.Application.Records;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Records;

namespace Pipeline.Api.Endpoints;

/// <summary>The socio-economic model of projects: how they live, and how they are to live.</summary>
internal static class EconomicsEndpoints
{
    public static void MapEconomics(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/projects/{id:guid}/economics").RequireAuthorization().WithTags("Economics");
        Map(group, WhichPicture.Current, DocumentKind.CurrentEconomics);
        Map(group, WhichPicture.Target, DocumentKind.TargetEconomics);
    }

    private static void Map(RouteGroupBuilder group, WhichPicture which, DocumentKind kind)
    {
        var (path, picture) =
            which == WhichPicture.Target
                ? ("/target", "how a project is to live")
                : ("/current", "how a project lives");
        group
            .MapGet(
                path,
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetEconomics(id, which), token))
            )
            .WithName($"Get{which}Economics")
            .WithSummary($"Shows {picture}")
            .WithDescription(
                $"Shows {picture}: resources, people, alliances, and what their balance gives cause to say."
            );
        group
            .MapPut(
                path,
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<EconomicPicture> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new SetEconomics(id, which, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName($"Set{which}Economics")
            .WithSummary($"Writes the next version of {picture}")
            .WithDescription($"Writes the next version of {picture}; owners and managers.")
            .Refuses<SetEconomics>();
        group
            .MapGet(
                $"{path}/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListVersions(kind, id), token))
            )
            .WithName($"List{which}EconomicsVersions")
            .WithSummary($"All versions of {picture}")
            .WithDescription($"All versions of {picture}, the first one first.");
    }
}
