using System.Security.Claims;
using Pipeline.Application.Calendars;

namespace Pipeline.Api.Authentication;

/// <summary>Whoever reads a calendar by its secret address does so in the name of its person, for this one request, which writes nothing.</summary>
internal static class CalendarCaller
{
    private const string Scheme = "Calendar";

    /// <summary>From here on the request is that person's.</summary>
    public static void Enter(HttpContext context, CalendarHolder holder)
    {
        context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{holder.UserId}")], Scheme));
        if (holder.Administrator)
            context.Items[CallerMiddleware.Administrator] = true;
    }
}
