using System.Globalization;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>The version that a write was based on; null for <c>*</c>, which takes any.</summary>
internal sealed class IfMatch
{
    private IfMatch(long? version) => Version = version;

    public long? Version { get; }

    /// <exception cref="HttpProblemException">428: the header is missing.</exception>
    /// <exception cref="StaleException">412: the header is no ETag of ours.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context) =>
        new(new IfMatch((Said(context) ?? throw HttpRefusals.IfMatchRequired.Exception()).Version));

    /// <summary>What the header says; null where it is missing.</summary>
    /// <exception cref="StaleException">412: the header is no ETag of ours.</exception>
    public static VersionRead? Said(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0)
            return null;
        if (header == "*")
            return new(Version: null);
        // Quoted as it was sent, or as the body's version; a weak tag matches nothing (RFC 9110, 13.1.1).
        var digits = header.Length > 2 && header[0] == '"' && header[^1] == '"' ? header[1..^1] : header;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(version)
            : throw CommonRefusals.Stale.Exception();
    }
}

/// <summary>The same where nothing need be there yet: demanded by the use case once there is something that would be replaced.</summary>
internal sealed class IfMatchWhereThere
{
    private IfMatchWhereThere(VersionRead? read) => Read = read;

    public VersionRead? Read { get; }

    /// <exception cref="StaleException">412: the header is no ETag of ours.</exception>
    public static ValueTask<IfMatchWhereThere?> BindAsync(HttpContext context) =>
        new(new IfMatchWhereThere(IfMatch.Said(context)));
}

/// <summary>Sends the ETag of every reply that has one.</summary>
internal sealed class ETagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is INestedHttpResult { Result: IValueHttpResult { Value: ITagged tagged } })
            context.HttpContext.Response.Headers.ETag = IfNoneMatch.Written(tagged.Tag);
        if (result is IValueHttpResult { Value: IVersioned versioned })
            context.HttpContext.Response.Headers.ETag = $"\"{versioned.ETag.ToString(CultureInfo.InvariantCulture)}\"";
        return result;
    }
}
