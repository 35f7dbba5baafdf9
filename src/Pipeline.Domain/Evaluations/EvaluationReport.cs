using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Evaluations;

/// <summary>What an evaluator reports (RC 6).</summary>
public sealed record EvaluationReport(
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly CarriedOutOn,
    string Evaluator,
    IReadOnlyList<Participant> Participants,
    string Findings,
    Verdict Verdict,
    IReadOnlyList<Link> Evidence,
    IReadOnlyList<Indicator> Indicators
)
{
    /// <summary>The alliance that was evaluated.</summary>
    public Guid? AllianceId { get; init; }
}
