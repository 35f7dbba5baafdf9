using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>What a gate needs to know of one evaluation.</summary>
public sealed record EvaluationFact(
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    bool WithBeneficiaries
);
