namespace Pipeline.Domain.Common;

/// <summary>A piece of evidence: a title and an http(s) link. Only linked, never fetched.</summary>
public sealed record Link(string Title, string Url)
{
    /// <summary>Checks every link of a list.</summary>
    /// <exception cref="InvalidValueException"><c>invalid_link</c>, <c>required</c>, <c>too_long</c>, <c>too_many</c>.</exception>
    public static IReadOnlyList<Link> Checked(IReadOnlyList<Link>? links, string field) =>
        [
            .. Guard
                .List(links, field)
                .Select(
                    (link, i) =>
                        new Link(
                            Guard.Required(link.Title, $"{field}[{i}].title", Limits.Short),
                            CheckedUrl(link.Url, $"{field}[{i}].url")
                        )
                ),
        ];

    private static string CheckedUrl(string? url, string field)
    {
        var text = Guard.Required(url, field, Limits.Url);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? text
            : throw CommonRefusals.InvalidLink.With(text).At(field);
    }
}
