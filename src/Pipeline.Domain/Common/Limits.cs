using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Domain.Common;

/// <summary>How long texts and lists may be. One place: the aggregates, the columns and the OpenAPI document read it from here.</summary>
public static class Limits
{
    /// <summary>Codes of projects and portfolios, in characters.</summary>
    public const int Code = 100;

    /// <summary>Names of projects, organisations, people, territories, indicators.</summary>
    public const int Name = 300;

    /// <summary>The longest text that is one line: codes, names, references, labels. Longer ones may have several.</summary>
    public const int Line = Name;

    /// <summary>A name as it is searched and sorted by: 1,200 bytes, where SQL Server's indexes take 1,700.</summary>
    public const int NameKey = 2 * Name;

    /// <summary>References, units, short labels.</summary>
    [SuppressMessage(
        "Naming",
        "CA1720",
        Justification = "The everyday word, beside Paragraph and Pages; nothing to do with Int16."
    )]
    public const int Short = 200;

    /// <summary>Reasons and hypotheses: a paragraph.</summary>
    public const int Paragraph = 2_000;

    /// <summary>Summaries, narratives, findings, model chapters: some pages.</summary>
    public const int Pages = 20_000;

    /// <summary>Links.</summary>
    public const int Url = 2_000;

    /// <summary>Entries in one list of a project: hypotheses, territories, stakeholders, evidence, indicators.</summary>
    public const int List = 100;

    /// <summary>The first day that is kept, 1900-01-01: spreadsheets know no earlier one.</summary>
    public static readonly DateOnly FirstDay = new(1900, 1, 1);

    /// <summary>The last day that is kept, 2999-12-31: days and months can be added to it.</summary>
    public static readonly DateOnly LastDay = new(2999, 12, 31);

    /// <summary>Hours of pro-bono work on one commitment or delivery.</summary>
    public const int Hours = 1_000_000;
}
