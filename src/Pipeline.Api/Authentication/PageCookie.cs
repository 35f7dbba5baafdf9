using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Pipeline.Api.Authentication;

/// <summary>
/// How a browser stays signed in: a cookie over a session of the same store as tokens, so that ending a session ends it too. It opens pages and nothing of the
/// API, which takes tokens alone: a form elsewhere can make a browser send a cookie, and never a token (docs/adr/0026).
/// </summary>
internal static class PageCookie
{
    public const string Scheme = "PageCookie";

    public static AuthenticationBuilder AddPageCookie(this AuthenticationBuilder authentication)
    {
        authentication.Services.AddScoped<BrowserSession>();
        // As long as the session that stands behind it: a stated end, which visits do not move.
        authentication
            .Services.AddOptions<CookieAuthenticationOptions>(Scheme)
            .Configure<IOptionsMonitor<BearerTokenOptions>>(
                (options, tokens) =>
                    options.ExpireTimeSpan = tokens.Get(IdentityConstants.BearerScheme).RefreshTokenExpiration
            );
        return authentication.AddCookie(
            Scheme,
            options =>
            {
                options.Cookie.Name = "pipeline";
                options.Cookie.HttpOnly = true;
                options.Cookie.IsEssential = true;
                // A link from a mail or a provider opens the page; nothing else of another site's carries it.
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.SlidingExpiration = false;
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            }
        );
    }
}
