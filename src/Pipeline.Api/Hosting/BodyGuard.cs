using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Api.Hosting;

/// <summary>
/// Refuses what no endpoint would read before anybody reads it: a body beyond the limit (the server itself counts those that do not say their
/// length), and one that is compressed, since a small one could expand without end.
/// </summary>
internal sealed class BodyGuard(RequestDelegate next, RequestLimits limits, FileSizes sizes)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Routing's own answers to a wrong method or type have no policy: without this, whoever is not signed in would be told to, also where nobody has to.
        if (context.GetEndpoint() is { RequestDelegate: { } answer } and not RouteEndpoint)
            return answer(context);
        var file = context.SentFile()?.Use;
        var most = file is { } use ? sizes.BodyBytes(use) : limits.BodyBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = most;
        if (context.Request.ContentLength > most)
            throw file is { } sent
                ? sizes.TooLarge(sent).Exception()
                : new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        if (
            context.Request.Headers[HeaderNames.ContentEncoding] is { Count: > 0 } encodings
            && encodings.Any(e => !"identity".Equals(e, StringComparison.OrdinalIgnoreCase))
        )
            throw new BadHttpRequestException("compressed", StatusCodes.Status415UnsupportedMediaType);
        return next(context);
    }
}
