using Pipeline.Api.Binding;

namespace Pipeline.Api.Hosting;

/// <summary>What a browser is told with every reply, whoever wrote it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // JSON and files: nothing in them is ever to be run, framed or fetched, whatever somebody put into a document.
    private const string Api =
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

    // The page brings its own scripts; it sets styles on elements and has its icons in the style sheet.
    private const string Docs =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    // Nothing but what the program itself serves; enhanced navigation asks it for the next page. No style or script within a page: what somebody typed never runs.
    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: a problem clears the headers of the reply that it takes the place of.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            // Of a form on a page that says nothing a browser sends no origin either, and what comes from nowhere is refused.
            var page = context.IsPage();
            headers["Referrer-Policy"] = page ? "same-origin" : "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.ContentSecurityPolicy =
                page && context.GetEndpoint()?.Metadata.GetMetadata<SandboxedAttribute>() is null ? Pages
                : context.Request.Path.StartsWithSegments("/docs") ? Docs
                : Api;
            headers["X-Request-Id"] = Problems.ProblemMiddleware.TraceIdOf(context);
            // Replies of the API and pages are for the caller alone, tokens among them; assets say themselves how long they hold, and the description is for everybody.
            if (
                headers.CacheControl.Count == 0 && (page || context.Request.Path.StartsWithSegments("/api"))
                || IsHtml(context.Response) && page
            )
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool IsHtml(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
}
