using Microsoft.Net.Http.Headers;

namespace Pipeline.Api.Binding;

/// <summary>The tags of what the client holds; none where it sends none, or none of ours. A <c>*</c> holds nothing that could be checked.</summary>
internal sealed class IfNoneMatch
{
    private IfNoneMatch(IReadOnlyList<string> tags) => Tags = tags;

    public IReadOnlyList<string> Tags { get; }

    public static ValueTask<IfNoneMatch?> BindAsync(HttpContext context)
    {
        var sent = EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var tags) ? tags : [];
        return new(new IfNoneMatch([.. sent.Where(t => t.Tag.Length > 2).Select(t => t.Tag.ToString().Trim('"'))]));
    }

    /// <summary>Weak: the same figures, but not the same bytes, since each answer names its own instant.</summary>
    public static string Written(string tag) => $"W/\"{tag}\"";
}
