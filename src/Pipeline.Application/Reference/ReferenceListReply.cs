using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Reference;

/// <summary>A list that an administrator may edit.</summary>
/// <param name="Version">0 as installed; raised by each change.</param>
public sealed record ReferenceListReply(IReadOnlyList<ReferenceEntryReply> Items, long Version) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static ReferenceListReply Of(
        (IReadOnlyList<ReferenceEntry> Items, long Version) list,
        Language language
    ) => new([.. list.Items.Select(e => ReferenceEntryReply.Of(e, language))], list.Version);
}

/// <summary>An entry of such a list.</summary>
/// <param name="Label">In the caller's language.</param>
/// <param name="Name">In both.</param>
/// <param name="Group">What it belongs under: a category of alliances, or a passage.</param>
/// <param name="Citation">The source and line; null for this product's own.</param>
public sealed record ReferenceEntryReply(string Code, string Label, Text Name, string Group, string? Citation)
{
    internal static ReferenceEntryReply Of(ReferenceEntry e, Language language) =>
        new(e.Code, e.Label.In(language), e.Label, e.Group, e.Citation);
}
