namespace Pipeline.Api.Binding;

/// <summary>Whether a request is a person's, for a page of the web application, or a program's.</summary>
internal static class PageRequests
{
    private static readonly string[] ForPrograms = ["/api", "/calendar", "/openapi", "/docs", "/health"];

    /// <summary>Everything but the API, its description, calendars and the probes: those are answered in JSON, pages never are.</summary>
    public static bool IsPage(this HttpContext context) =>
        !ForPrograms.Any(area => context.Request.Path.StartsWithSegments(area));
}
