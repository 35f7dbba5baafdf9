using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Endpoints;

/// <summary>Views of the list of projects that people keep.</summary>
internal static class SavedViewEndpoints
{
    public static void MapSavedViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").RequireAuthorization().WithTags("Projects");
        views
            .MapGet(
                "/",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListSavedViews(), token))
            )
            .WithName("ListSavedViews");
        views
            .MapPost(
                "/",
                async (Body<SavedViewBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created("/api/v1/views", await mediator.Send(new SaveView(body.Value), token))
            )
            .WithName("SaveView")
            .Refuses<SaveView>();
        views
            .MapPut(
                "/{viewId:guid}",
                async (
                    Guid viewId,
                    IfMatch ifMatch,
                    Body<SavedViewBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new ChangeView(viewId, ifMatch.Version, body.Value), token))
            )
            .WithName("ChangeView")
            .Refuses<ChangeView>();
        views
            .MapDelete(
                "/{viewId:guid}",
                async (Guid viewId, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new RemoveView(viewId), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RemoveView")
            .Refuses<RemoveView>();
    }
}
