using Microsoft.AspNetCore.Authentication;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Api.Authentication;

/// <summary>Signs a browser in and out.</summary>
internal sealed class BrowserSession(
    IHttpContextAccessor accessor,
    PasswordSignIn passwords,
    SessionStore sessions,
    ICaller caller
)
{
    private HttpContext Context => accessor.HttpContext!;

    /// <inheritdoc cref="PasswordSignIn.VerifyAsync" />
    public async Task SignInAsync(string email, string password) =>
        await OpenAsync(Context, sessions, await passwords.VerifyAsync(email, password));

    /// <summary>Ends the session with its cookie, at once.</summary>
    public async Task SignOutAsync()
    {
        if (caller.SessionId is { } session)
            await sessions.EndAsync(caller.UserId, session, Context.RequestAborted);
        await Context.SignOutAsync(PageCookie.Scheme);
    }

    /// <summary>Opens a session for somebody who has shown who they are.</summary>
    public static async Task OpenAsync(HttpContext context, SessionStore sessions, PipelineUser user) =>
        await context.SignInAsync(
            PageCookie.Scheme,
            await sessions.OpenAsync(user, context.Request.Headers.UserAgent, context.RequestAborted)
        );
}
