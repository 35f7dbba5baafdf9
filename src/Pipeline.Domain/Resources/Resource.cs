using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Resources;

/// <summary>A document that helps: what it is, and where in the life of a project.</summary>
/// <param name="Code">Stable, camelCase, never translated.</param>
/// <param name="Title">In the language it is written in.</param>
/// <param name="Author">Who published it.</param>
/// <param name="Year">When; of several years the last, null where it is not said.</param>
/// <param name="Nature">What it is for.</param>
/// <param name="Tool">Its drawer of the toolbox; null for any other nature.</param>
/// <param name="Paths">Codes of <see cref="ReadingPaths"/>.</param>
/// <param name="Phases">In which phases it helps; empty for whichever.</param>
/// <param name="Criteria">Codes of gate criteria that it helps with.</param>
/// <param name="Url">Where it is; null where no link is known to hold.</param>
/// <param name="Citation">The source and line that name it; null for this product's own.</param>
public sealed record Resource(
    string Code,
    string Title,
    string Author,
    int? Year,
    ResourceNature Nature,
    ToolKind? Tool,
    IReadOnlyList<string> Paths,
    IReadOnlyList<Phase> Phases,
    IReadOnlyList<string> Criteria,
    string? Url = null,
    string? Citation = null
)
{
    /// <summary>The first year that is taken.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that is taken.</summary>
    public const int LastYear = 2100;

    /// <summary>Whether it helps with a criterion.</summary>
    public bool HelpsWith(string criterion) => Criteria.Contains(criterion);

    /// <summary>The resource as it is kept.</summary>
    /// <param name="at">What the caller calls it, for errors.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>unknown_code</c>, <c>duplicate</c>, <c>out_of_range</c>, <c>invalid_link</c>, <c>tool_mismatch</c>.</exception>
    public Resource Checked(string at)
    {
        if (Year is < FirstYear or > LastYear)
            throw ResourceRefusals.YearOutOfRange.At($"{at}.year");
        if ((Nature == ResourceNature.Toolbox) != Tool.HasValue)
            throw ResourceRefusals.ToolMismatch.At($"{at}.tool");
        Known(Paths, $"{at}.paths", ReadingPaths.Codes);
        Known(Criteria, $"{at}.criteria", Gates.Criteria.Select(c => c.Code));
        Guard.Once(Phases, $"{at}.phases");
        return this with
        {
            Title = Guard.Required(Title, $"{at}.title", Limits.Name),
            Author = Guard.Required(Author, $"{at}.author", Limits.Name),
            Url = Link.CheckedAddress(Url, $"{at}.url"),
            Citation = Guard.Optional(Citation, $"{at}.citation", Limits.Short),
        };
    }

    private static void Known(IReadOnlyList<string> codes, string at, IEnumerable<string> known)
    {
        for (var i = 0; i < codes.Count; i++)
            Guard.KnownCode(codes[i], $"{at}[{i}]", known);
        Guard.Once(codes, at);
    }
}
