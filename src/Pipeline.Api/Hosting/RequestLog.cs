namespace Pipeline.Api.Hosting;

/// <summary>
/// One line for each request: method, route, status, duration. The route and not the address, whose query holds what people search for; nobody's
/// name or id, which is the audit trail's.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, SlowRequests slow, ILoggerFactory loggers, TimeProvider time)
{
    private readonly ILogger _log = loggers.CreateLogger("Pipeline.Requests");

    public async Task InvokeAsync(HttpContext context)
    {
        var began = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var took = time.GetElapsedTime(began).TotalMilliseconds;
            slow.Note(
                new(
                    time.GetUtcNow(),
                    context.MethodName(),
                    context.RouteOf(),
                    context.Response.StatusCode,
                    (long)Math.Round(took)
                )
            );
            // Behind the answer: each line wakes its writer, and nobody who waits for an answer waits for that.
            context.Response.OnCompleted(() =>
            {
                Write(context, took);
                return Task.CompletedTask;
            });
        }
    }

    private void Write(HttpContext context, double took)
    {
        // Probes come every few seconds and say nothing as long as they are answered.
        var level =
            context.Request.Path.StartsWithSegments("/health") && context.Response.StatusCode < 400
                ? LogLevel.Debug
                : LogLevel.Information;
        _log.Log(
            level,
            "{Method} {Route} answered {Status} in {Milliseconds:0} ms",
            context.MethodName(),
            context.RouteOf(),
            context.Response.StatusCode,
            took
        );
    }
}

/// <summary>What of a request may stand in a log.</summary>
internal static class Logged
{
    /// <summary>The pattern that the address matched, without what it was filled with.</summary>
    public static string RouteOf(this HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    /// <summary>A method that exists; a made-up one could be any text.</summary>
    public static string MethodName(this HttpContext context) =>
        Known.Contains(context.Request.Method) ? context.Request.Method : "(other)";

    private static readonly HashSet<string> Known =
    [
        "GET",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "CONNECT",
    ];
}
