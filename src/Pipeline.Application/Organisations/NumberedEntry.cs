using Pipeline.Application.Common;
using Pipeline.Domain.Organisations;

namespace Pipeline.Application.Organisations;

/// <summary>An entry of the directory with the number of its identifier as databases compare it.</summary>
internal sealed class NumberedEntry
{
    /// <summary>The entry.</summary>
    public required Organisation Entry { get; init; }

    /// <summary>Its number without the blanks that people part digits with, which are none of it; null without an identifier.</summary>
    public required string? Number { get; init; }

    /// <summary>All entries, merged ones among them.</summary>
    public static IQueryable<NumberedEntry> Of(IPipelineDb db) =>
        db.Organisations.Select(o => new NumberedEntry
        {
            Entry = o,
            Number = o.IdentifierId!.Replace(" ", "")
                .Replace("\t", "")
                .Replace("\u00A0", "")
                .Replace("\u2007", "")
                .Replace("\u2009", "")
                .Replace("\u202F", ""),
        });
}
