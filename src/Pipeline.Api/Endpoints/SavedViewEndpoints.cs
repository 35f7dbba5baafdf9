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
            .MapPut(
                "/{name}",
                async (string name, Body<SavedViewBody> body, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new SaveView(name, body.Value), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("SaveView")
            .Refuses<SaveView>();
        views
            .MapDelete(
                "/{name}",
                async (string name, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new RemoveView(name), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RemoveView")
            .Refuses<RemoveView>();
    }
}
