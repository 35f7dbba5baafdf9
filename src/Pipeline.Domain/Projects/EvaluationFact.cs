using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>What a gate needs to know of one evaluation.</summary>
/// <param name="OfAlliance">It names the alliance that was evaluated.</param>
public sealed record EvaluationFact(
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    bool WithBeneficiaries,
    bool OfAlliance = false
);
