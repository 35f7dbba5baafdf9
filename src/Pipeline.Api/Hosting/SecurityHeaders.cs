namespace Pipeline.Api.Hosting;

/// <summary>What a browser is told with every reply, whoever wrote it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // JSON and files: nothing in them is ever to be run, framed or fetched.
    private const string Api = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    // The page brings its own scripts; it sets styles on elements and has its icons in the style sheet.
    private const string Docs =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: a problem clears the headers of the reply that it takes the place of.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // A page of the product's own says itself what it is made of.
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/docs") ? Docs : Api;
            headers["X-Request-Id"] = Problems.ProblemMiddleware.TraceIdOf(context);
            // Replies of the API are for the caller alone, tokens among them, and so are codes on their way; the description and its page are for everybody.
            if (
                headers.CacheControl.Count == 0
                && (
                    context.Request.Path.StartsWithSegments("/api")
                    || context.Request.Path.StartsWithSegments("/sign-in")
                )
            )
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
