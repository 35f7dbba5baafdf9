using Microsoft.AspNetCore.Http.Features;

namespace Pipeline.Api.Authentication;

/// <summary>
/// Takes the token out of a calendar's address before anything else sees the request: the framework writes the path of a request beside every line that is
/// logged meanwhile.
/// </summary>
internal sealed class CalendarPaths(IServiceProvider services) : IHttpContextFactory
{
    private const string Folder = "/calendar/",
        Ending = ".ics",
        Masked = $"{Folder}-{Ending}";

    private readonly DefaultHttpContextFactory _inner = new(services);

    /// <summary>The token that a request came with; empty where it had none.</summary>
    public static string TokenOf(HttpContext context) => context.Features.Get<CalendarToken>()?.Value ?? "";

    /// <inheritdoc />
    public HttpContext Create(IFeatureCollection featureCollection)
    {
        ArgumentNullException.ThrowIfNull(featureCollection);
        if (
            featureCollection.Get<IHttpRequestFeature>() is { } request
            && request.Path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)
            && request.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            && request.Path.Length > Folder.Length + Ending.Length
        )
        {
            featureCollection.Set(new CalendarToken(request.Path[Folder.Length..^Ending.Length]));
            request.Path = Masked;
        }
        return _inner.Create(featureCollection);
    }

    /// <inheritdoc />
    public void Dispose(HttpContext httpContext) => _inner.Dispose(httpContext);

    private sealed record CalendarToken(string Value);
}
