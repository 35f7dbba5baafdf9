using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Api.Authentication;
using Pipeline.Api.Binding;

namespace Pipeline.Api.Web;

/// <summary>What the frame of every page posts: language, theme, signing out. Each leads back to where it was asked.</summary>
internal static class Choices
{
    /// <summary>Where a browser keeps the theme; without it, the machine's own is taken.</summary>
    public const string Theme = "theme";

    public static void MapChoices(this IEndpointRouteBuilder app)
    {
        app.MapPost(
                "/language",
                ([FromForm] string choice, [FromForm] string returnUrl, HttpContext context) =>
                    Keep(context, Languages.Cookie, choice is "fr" or "en" ? choice : null, returnUrl)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapPost(
                "/theme",
                ([FromForm] string choice, [FromForm] string returnUrl, HttpContext context) =>
                    Keep(context, Theme, choice is "light" or "dark" ? choice : null, returnUrl)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static RedirectHttpResult Keep(HttpContext context, string cookie, string? choice, string returnUrl)
    {
        var options = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        };
        if (choice is null)
            context.Response.Cookies.Delete(cookie);
        else
            context.Response.Cookies.Append(cookie, choice, options);
        return TypedResults.Redirect(LocalAddress.Inside(returnUrl));
    }

    // The token of the form is taken apart from the session, whose end may have come before.
    private static async Task<RedirectHttpResult> SignOutAsync([FromForm] string? _, BrowserSession session)
    {
        await session.SignOutAsync();
        return TypedResults.Redirect("/sign-in");
    }
}
