using Pipeline.Domain.Common;

namespace Pipeline.Application.Risks;

/// <summary>A risk on its sheet.</summary>
public sealed record RiskRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Text Name,
    Text Passage,
    int Likelihood,
    int Severity,
    int Weight,
    string? Answer,
    string? OwnerFunction,
    Text? Lever,
    DateOnly? ClosedOn,
    string? Alliance
);
