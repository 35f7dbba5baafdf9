using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pipeline.Api.Authentication;
using Pipeline.Api.Binding;
using Pipeline.Api.Idempotency;
using Pipeline.Api.Problems;
using Pipeline.Application.Calendars;

namespace Pipeline.Api.Endpoints;

/// <summary>What is due, in a person's own calendar program.</summary>
internal static class CalendarEndpoints
{
    private const string MediaType = "text/calendar; charset=utf-8";

    public static void MapCalendars(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me/calendar").RequireAuthorization().WithTags("Deadlines");
        mine.MapPost(
                "/",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Created("/api/v1/me/calendar", await mediator.Send(new MakeCalendar(), token))
            )
            .WithName("MakeCalendar")
            .Refuses<MakeCalendar>()
            .WithMetadata(Sensitive.Encrypted);
        mine.MapGet(
                "/",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetCalendar(), token))
            )
            .WithName("GetCalendar")
            .Refuses<GetCalendar>();
        mine.MapDelete(
                "/",
                async (IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new EndCalendar(), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("EndCalendar")
            .Refuses<EndCalendar>();
    }

    /// <summary>The calendar itself: programs that read it send nothing but its address.</summary>
    public static void MapCalendarFeed(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/calendar/{token}.ics",
                async Task<Results<ContentHttpResult, StatusCodeHttpResult>> (
                    IfNoneMatch held,
                    HttpContext context,
                    IMediator mediator,
                    CancellationToken cancellationToken
                ) =>
                {
                    var holder = await mediator.Send(
                        new OpenCalendar(CalendarPaths.TokenOf(context)),
                        cancellationToken
                    );
                    CalendarCaller.Enter(context, holder);
                    var calendar = await mediator.Send(new ReadCalendar(holder.Language, held.Tags), cancellationToken);
                    context.Response.Headers.ETag = IfNoneMatch.Written(calendar.Tag);
                    context.Response.Headers.CacheControl = "private, no-cache";
                    return calendar.Text is { } text
                        ? TypedResults.Text(text, MediaType, Encoding.UTF8)
                        : TypedResults.StatusCode(StatusCodes.Status304NotModified);
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
}
