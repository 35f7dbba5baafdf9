using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Application.Exports;

/// <summary>An evaluation in a register.</summary>
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
    int Indicators
);
