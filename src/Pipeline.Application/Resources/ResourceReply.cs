using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Resources;

namespace Pipeline.Application.Resources;

/// <summary>The resources that were asked for.</summary>
/// <param name="Version">Of the whole list: 0 as installed, raised by each change.</param>
public sealed record ResourceListReply(IReadOnlyList<ResourceReply> Items, long Version) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>A resource.</summary>
/// <param name="Title">In the language it is written in.</param>
/// <param name="Year">When it was published; of several years the last.</param>
/// <param name="NatureLabel">In the caller's language.</param>
/// <param name="Tool">Its drawer, for what is in the toolbox.</param>
/// <param name="ToolLabel">In the caller's language.</param>
/// <param name="Paths">The ways through the resources that it is part of.</param>
/// <param name="Phases">In which phases it helps; empty for whichever.</param>
/// <param name="Criteria">Gate criteria that it helps with.</param>
/// <param name="Url">Null where no link is known to hold.</param>
/// <param name="Citation">The source and line that name it; null for this product's own.</param>
public sealed record ResourceReply(
    string Code,
    string Title,
    string Author,
    int? Year,
    ResourceNature Nature,
    string NatureLabel,
    ToolKind? Tool,
    string? ToolLabel,
    IReadOnlyList<string> Paths,
    IReadOnlyList<Phase> Phases,
    IReadOnlyList<string> Criteria,
    string? Url,
    string? Citation
)
{
    internal static ResourceReply From(Resource r, Language language) =>
        new(
            r.Code,
            r.Title,
            r.Author,
            r.Year,
            r.Nature,
            Labels.Of(r.Nature).In(language),
            r.Tool,
            r.Tool is { } tool ? Labels.Of(tool).In(language) : null,
            r.Paths,
            r.Phases,
            r.Criteria,
            r.Url,
            r.Citation
        );
}
