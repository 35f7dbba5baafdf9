using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Notifications;

namespace Pipeline.Api.Endpoints;

/// <summary>What one was told.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me").RequireAuthorization().WithTags("Notifications");
        mine.MapGet(
                "/notifications",
                async (FeedQuery feed, Query<bool> unread, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListNotifications(feed.Value, unread.Value == true), token))
            )
            .WithName("ListNotifications")
            .Refuses<ListNotifications>();
        mine.MapGet(
                "/notifications/count",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new CountUnreadNotifications(), token))
            )
            .WithName("CountUnreadNotifications")
            .Refuses<CountUnreadNotifications>();
        mine.MapPost(
                "/notifications/read",
                async (Body<ReadNotifications> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(body.Value, token))
            )
            .WithName("ReadNotifications")
            .Refuses<ReadNotifications>();
    }
}
