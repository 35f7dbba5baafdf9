using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Application.Notifications;

namespace Pipeline.Api.Web;

/// <summary>
/// The address in the head of every mail. Programs post to it, and that is all that it takes (RFC 8058); people who open it come to a page that asks them, since
/// whatever looks at links in mails must not end them.
/// </summary>
internal static class Unsubscribing
{
    private const string Address = "/mail/end";

    public static void MapUnsubscribing(this IEndpointRouteBuilder app)
    {
        app.MapPost(
                Address,
                async (HttpContext context, IMediator mediator) =>
                {
                    await mediator.Send(new EndMail(TokenOf(context)), context.RequestAborted);
                    return TypedResults.Ok();
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapGet(Address, Ask).AllowAnonymous().ExcludeFromDescription();
    }

    private static RedirectHttpResult Ask(HttpContext context) =>
        TypedResults.Redirect(QueryHelpers.AddQueryString("/unsubscribe", "token", TokenOf(context)));

    private static string TokenOf(HttpContext context) => context.Request.Query["token"].ToString();
}
