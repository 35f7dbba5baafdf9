using Microsoft.Net.Http.Headers;
using Pipeline.Api.Hosting;

namespace Pipeline.Api.Authentication;

/// <summary>
/// Tells whoever fetches a file without being signed in that Basic with a key will do: some clients send a password only when they are asked for one. Nothing
/// else says so, since a browser would ask its person for a name and a password.
/// </summary>
internal sealed class BasicChallenge(RequestDelegate next)
{
    private const string Challenge = "Basic realm=\"Pipeline\", charset=\"UTF-8\"";

    public Task InvokeAsync(HttpContext context)
    {
        if (
            HttpMethods.IsGet(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<CarriesFileAttribute>() is not null
        )
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
                    context.Response.Headers.Append(HeaderNames.WWWAuthenticate, Challenge);
                return Task.CompletedTask;
            });
        return next(context);
    }
}
