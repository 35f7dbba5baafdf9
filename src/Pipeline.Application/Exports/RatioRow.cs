using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>Both ratios of one project on one ledger.</summary>
/// <param name="CapacityBuilding">Share 0 to 1; null over a zero total.</param>
/// <param name="Evaluation">Share 0 to 1; null over a zero total.</param>
public sealed record RatioRow(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Basis Basis,
    long CapacityBuildingCents,
    long EvaluationCents,
    long TotalCents,
    decimal? CapacityBuilding,
    RatioStatus? CapacityBuildingStatus,
    decimal? Evaluation,
    RatioStatus? EvaluationStatus,
    string Currency
);
