using Pipeline.Application.Common;

namespace Pipeline.Application.Indicators;

/// <summary>What a project aims at, by indicator.</summary>
/// <param name="Indicators">What the lead portfolio asks for, and so what targets and readings can name.</param>
/// <param name="Version">0 before the first list; its ETag.</param>
public sealed record IndicatorTargetsReply(
    Guid ProjectId,
    IReadOnlyList<IndicatorTargetReply> Targets,
    IReadOnlyList<PortfolioIndicator> Indicators,
    long Version,
    DateTimeOffset? RecordedAt,
    NamedRef? RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>From where to where an indicator is to be brought, and where it is.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Name">In the caller's language; the code where the lead portfolio has it no more.</param>
/// <param name="Unit">In what; null where the target was written before its unit was kept, and the lead portfolio has it no more.</param>
/// <param name="Value">What it was last read as; null where it was not.</param>
/// <param name="ValueOn">The day of that reading.</param>
public sealed record IndicatorTargetReply(
    Guid Id,
    string Indicator,
    string Name,
    string? Unit,
    decimal? Baseline,
    DateOnly? BaselineOn,
    decimal? Target,
    DateOnly? TargetOn,
    decimal? Value,
    DateOnly? ValueOn
);
