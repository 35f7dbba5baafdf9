namespace Pipeline.Api.Hosting;

/// <summary>
/// HEAD of a page, a file, a calendar or the keys of closings is answered as GET is, without what GET would send (RFC 9110, 9.3.2): probes and programs of calendars ask
/// so. The API takes the methods that it describes, and no other.
/// </summary>
internal sealed class HeadMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method) || context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Method, context.Response.Body) = (HttpMethods.Head, body);
        }
    }
}
