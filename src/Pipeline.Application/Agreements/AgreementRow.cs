using Pipeline.Domain.Common;

namespace Pipeline.Application.Agreements;

/// <summary>A support agreement on its sheet.</summary>
public sealed record AgreementRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    DateOnly SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Months,
    string Objectives,
    DateOnly? CoBuiltWithGovernanceOn,
    string? ExitStrategy,
    DateOnly? ExitReviewedOn,
    int? ReviewEveryMonths,
    Text Measures
);
