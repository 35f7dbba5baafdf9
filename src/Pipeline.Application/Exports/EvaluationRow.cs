using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Application.Exports;

/// <summary>An evaluation in a register.</summary>
/// <param name="Currency">Of the portfolio that leads the project.</param>
/// <param name="Alliance">The alliance that was evaluated, by name.</param>
/// <param name="PlannedId">The planned evaluation that it is.</param>
public sealed record EvaluationRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly CarriedOutOn,
    string Evaluator,
    Text Participants,
    Verdict Verdict,
    string Findings,
    int Indicators,
    EvaluatorKind? EvaluatorKind,
    long? CostCents,
    string Currency,
    string? GapFromIntuition,
    string? DriftNoted,
    string? EcosystemChange,
    string? Alliance,
    Guid? AllianceId,
    Guid? PlannedId
);
