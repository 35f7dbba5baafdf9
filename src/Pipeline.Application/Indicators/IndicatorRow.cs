using Pipeline.Domain.Common;

namespace Pipeline.Application.Indicators;

/// <summary>An indicator of a project on its sheet.</summary>
public sealed record IndicatorRow(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Code,
    Text Name,
    string? Unit,
    Text? Direction,
    Text? Totalled,
    decimal? Value,
    DateOnly? On,
    DateOnly? PeriodStart,
    string? Territory,
    string? Source,
    decimal? Baseline,
    DateOnly? BaselineOn,
    decimal? Target,
    DateOnly? TargetOn,
    int Readings
);
