namespace Pipeline.Api.Binding;

/// <summary>Whether a request is a person's, for a page of the web application, or a program's.</summary>
internal static class PageRequests
{
    private static readonly string[] ForPrograms = ["/api", "/calendar", "/openapi", "/docs", "/health"];

    /// <summary>Everything but the API, its description, calendars and the probes: those are answered in JSON, pages never are.</summary>
    public static bool IsPage(this HttpContext context) => IsPage(context.Request.Path);

    /// <summary>Whether something to look at lies there, and neither an answer for programs nor a file.</summary>
    public static bool CanBeShown(PathString path) =>
        IsPage(path)
        && !System.IO.Path.HasExtension(path)
        && !path.Value!.EndsWith("/content", StringComparison.Ordinal);

    private static bool IsPage(PathString path) => !ForPrograms.Any(area => path.StartsWithSegments(area));
}
