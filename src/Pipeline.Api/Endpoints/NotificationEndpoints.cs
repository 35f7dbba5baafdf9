using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Notifications;
using Pipeline.Application.Reminders;

namespace Pipeline.Api.Endpoints;

/// <summary>What one was told, how one wants to be told, and of which deadlines.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        MapReminders(api.MapGroup("/portfolios/{id:guid}").RequireAuthorization().WithTags("Notifications"));
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
        mine.MapGet(
                "/notification-preferences",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetNotificationPreferences(), token))
            )
            .WithName("GetNotificationPreferences")
            .Refuses<GetNotificationPreferences>();
        mine.MapPut(
                "/notification-preferences",
                async (
                    IfMatch ifMatch,
                    Body<NotificationPreferencesBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new SetNotificationPreferences(ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("SetNotificationPreferences")
            .Refuses<SetNotificationPreferences>();
    }

    private static void MapReminders(RouteGroupBuilder portfolio)
    {
        portfolio
            .MapGet(
                "/reminders",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetReminderRules(id), token))
            )
            .WithName("GetReminderRules")
            .Refuses<GetReminderRules>();
        portfolio
            .MapPut(
                "/reminders",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<ReminderRulesBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new SetReminderRules(id, ifMatch.Version, body.Value), token))
            )
            .WithName("SetReminderRules")
            .Refuses<SetReminderRules>();
    }
}
