using System.Globalization;
using Microsoft.Net.Http.Headers;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>The version that a write was based on; null for <c>*</c>, which takes any.</summary>
internal sealed class IfMatch
{
    private readonly SentTags _tags;

    private IfMatch(SentTags tags) => _tags = tags;

    public long? Version => _tags.Version;

    /// <exception cref="HttpProblemException">428: the header is missing; 400: it cannot be read.</exception>
    /// <exception cref="StaleException">412: the header has no ETag of ours.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context) =>
        new(new IfMatch(SentTags.Of(context) ?? throw HttpRefusals.IfMatchRequired.Exception()));
}

/// <summary>The same where nothing need be there yet: demanded by the use case once there is something that would be replaced.</summary>
internal sealed class IfMatchWhereThere
{
    private readonly SentTags? _tags;

    private IfMatchWhereThere(SentTags? tags) => _tags = tags;

    public VersionRead? Read => _tags is null ? null : new(_tags.Version);

    /// <exception cref="HttpProblemException">400: the header cannot be read.</exception>
    /// <exception cref="StaleException">412: the header has no ETag of ours.</exception>
    public static ValueTask<IfMatchWhereThere?> BindAsync(HttpContext context) =>
        new(new IfMatchWhereThere(SentTags.Of(context)));
}

/// <summary>The tags of an If-Match, of which one has to be the current one (RFC 9110, 13.1.1): each is tried until one is.</summary>
internal sealed class SentTags
{
    private const int Most = 10;

    private readonly IReadOnlyList<long?> _versions;
    private int _at;

    private SentTags(IReadOnlyList<long?> versions) => _versions = versions;

    /// <summary>The one that is tried; null for any.</summary>
    public long? Version => _versions[_at];

    /// <summary>Goes on to the next one; false where there is none.</summary>
    public bool Next() => ++_at < _versions.Count;

    /// <summary>Those that were read of a request; null where there are none.</summary>
    public static SentTags? Read(HttpContext context) => context.Items[typeof(SentTags)] as SentTags;

    /// <summary>Those of a request; null where it has no such header.</summary>
    public static SentTags? Of(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        var text = header.ToString().Trim();
        if (text.Length == 0)
            return null;
        // Quoted as it was sent, or as the body's version.
        var versions =
            text == "*" ? [null]
            : Number(text) is { } bare ? [bare]
            : EntityTagHeaderValue.TryParseStrictList(header, out var tags)
            && tags.Count <= Most
            && tags.All(t => t.Tag.Length > 1)
                // Compared strongly: a weak tag is nobody's, as is one that we never sent.
                ? tags.Where(t => !t.IsWeak)
                    .Select(t => Number(t.Tag.AsSpan()[1..^1]))
                    .OfType<long?>()
                    .Distinct()
                    .ToList()
            : throw HttpRefusals.BrokenTags.With(text.Length > 60 ? text[..60] + "…" : text, Most).Exception();
        if (versions.Count == 0)
            throw CommonRefusals.Stale.Exception();
        var sent = new SentTags(versions);
        context.Items[typeof(SentTags)] = sent;
        return sent;
    }

    private static long? Number(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}

/// <summary>Tries each tag of an If-Match until one is the current one: a command that refuses a stale one has written nothing.</summary>
internal sealed class IfMatchFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        while (true)
            try
            {
                return await next(context);
            }
            catch (StaleException) when (SentTags.Read(context.HttpContext)?.Next() == true)
            {
                // The next one may be the current one.
            }
    }
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
