using Pipeline.Domain.Resources;

namespace Pipeline.Application.Resources;

/// <summary>A resource where it is of help.</summary>
/// <param name="Title">In the language it is written in.</param>
/// <param name="Url">Null where no link is known to hold.</param>
public sealed record ResourceLink(string Code, string Title, ResourceNature Nature, string? Url)
{
    /// <summary>How many are named where something is missing.</summary>
    private const int Most = 3;

    internal static ResourceLink From(Resource r) => new(r.Code, r.Title, r.Nature, r.Url);

    /// <summary>The first few that help with something, in the order of the list.</summary>
    internal static IReadOnlyList<ResourceLink> Of(IEnumerable<Resource> resources, Func<Resource, bool> helps) =>
        [.. resources.Where(helps).Take(Most).Select(From)];
}
