using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Pipeline.Domain.Common;

/// <summary>A piece of evidence: a title with an http(s) link, which is never fetched, or with a document of the project; or with both.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it is; null where the document says it all.</param>
/// <param name="DocumentId">The document; null for a link alone.</param>
public sealed record Link(
    [property: StringLength(Limits.Short)] string Title,
    [property: StringLength(Limits.Url)] string? Url = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? DocumentId = null
)
{
    /// <summary>Checks every link of a list. Whether a document is one of the project's, the aggregate cannot know.</summary>
    /// <exception cref="InvalidValueException"><c>invalid_link</c>, <c>required</c>, <c>too_long</c>, <c>too_many</c>.</exception>
    public static IReadOnlyList<Link> Checked(IReadOnlyList<Link>? links, string field) =>
        [
            .. Guard
                .List(links, field)
                .Select(
                    (link, i) =>
                        new Link(
                            Guard.Required(link.Title, $"{field}[{i}].title", Limits.Short),
                            CheckedUrl(link, $"{field}[{i}].url"),
                            link.DocumentId
                        )
                ),
        ];

    /// <summary>An http(s) address, trimmed; null where there is none.</summary>
    /// <exception cref="InvalidValueException"><c>invalid_link</c>, <c>too_long</c>.</exception>
    public static string? CheckedAddress(string? url, string field)
    {
        var text = Guard.Optional(url, field, Limits.Url);
        if (text is null)
            return null;
        return
            Guard.FitsHeader(text)
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            ? text
            : throw CommonRefusals.InvalidLink.With(text).At(field);
    }

    private static string? CheckedUrl(Link link, string field)
    {
        var address = CheckedAddress(link.Url, field);
        return address is null && link.DocumentId is null ? throw CommonRefusals.LinkOrDocument.At(field) : address;
    }
}
