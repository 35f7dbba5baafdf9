using Microsoft.AspNetCore.Antiforgery;
using Pipeline.Api.Authentication;
using Pipeline.Api.Binding;
using Pipeline.Api.Idempotency;
using Pipeline.Api.Problems;

namespace Pipeline.Api.Web;

/// <summary>Puts the web application together (docs/web.md).</summary>
internal static class WebSetup
{
    public static void AddWeb(this WebApplicationBuilder builder)
    {
        // Run from source, the program is in production too: its assets lie where the build left them.
        builder.WebHost.UseStaticWebAssets();
        // Run from source, the framework would look at each file again and hand it out without packing it.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<Visitor>().AddScoped<Flash>();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.IsEssential = true;
            // Ours says more (Hosting/SecurityHeaders).
            options.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Around everything that may be refused on the way to a page.</summary>
    public static void UsePageProblems(this WebApplication app) => app.UseMiddleware<PageMiddleware>();

    /// <summary>An address without a page is answered so, before anybody is asked who they are.</summary>
    public static void UsePageRouting(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (!context.IsPage() || context.GetEndpoint() is not null)
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    /// <summary>Behind authorization.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<PageIdempotencyMiddleware>();
        app.UseAntiforgery();
        app.Use(RefuseStaleForm);
        app.UseMiddleware<VisitorMiddleware>();
    }

    // The framework would answer with a sentence of its own, in English and on no page. Whoever has signed in in another tab has what this one asked for.
    private static Task RefuseStaleForm(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (
            !context.IsPage()
            // The page that then says so is asked for with GET.
            || !HttpMethods.IsPost(request.Method)
            || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } judged
        )
            return next(context);
        // No form at all, whoever may have made it. By its header: the framework lets nobody ask whether this is a form.
        if (
            judged.Error?.InnerException is InvalidDataException or IOException
            || request.ContentType?.Contains("form", StringComparison.OrdinalIgnoreCase) != true
        )
            throw HttpRefusals.Unreadable.Exception();
        if (request.Path != "/sign-in" || context.User.Identity is not { IsAuthenticated: true })
            throw HttpRefusals.FormExpired.Exception();
        context.Response.Redirect(LocalAddress.Inside(request.Query["returnUrl"]));
        return Task.CompletedTask;
    }

    public static void MapWeb(this WebApplication app)
    {
        // By name: whoever hosts the product as a library, a tool or a test, has its manifest beside it and none of its own.
        app.MapStaticAssets($"{typeof(WebSetup).Assembly.GetName().Name}.staticwebassets.endpoints.json")
            .AllowAnonymous()
            .DisableRateLimiting()
            .ExcludeFromDescription();
        app.MapRazorComponents<App>().ExcludeFromDescription();
        app.MapChoices();
        app.MapDownloads();
        app.MapUnsubscribing();
    }
}
