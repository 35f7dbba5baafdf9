using System.Globalization;
using Pipeline.Api.Problems;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>The version that a write was based on; null for <c>*</c>, which takes any.</summary>
internal sealed class IfMatch
{
    private IfMatch(long? version) => Version = version;

    public long? Version { get; }

    /// <exception cref="HttpProblemException">428: the header is missing.</exception>
    /// <exception cref="StaleException">412: the header is no ETag of ours.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0)
            throw HttpRefusals.IfMatchRequired.Exception();
        if (header == "*")
            return new(new IfMatch(null));
        return long.TryParse(
            header.AsSpan().TrimStart("W/").Trim('"'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var version
        )
            ? new(new IfMatch(version))
            : throw CommonRefusals.Stale.Exception();
    }
}

/// <summary>Sends the ETag of every reply that has one.</summary>
internal sealed class ETagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is INestedHttpResult { Result: IValueHttpResult { Value: Application.Common.ITagged tagged } })
            context.HttpContext.Response.Headers.ETag = IfNoneMatch.Written(tagged.Tag);
        if (result is IValueHttpResult { Value: Application.Common.IVersioned versioned })
            context.HttpContext.Response.Headers.ETag = $"\"{versioned.ETag.ToString(CultureInfo.InvariantCulture)}\"";
        return result;
    }
}
