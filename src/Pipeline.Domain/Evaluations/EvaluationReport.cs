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

    /// <summary>The planned evaluation that this one is: it marks that one done.</summary>
    public Guid? PlannedId { get; init; }

    /// <summary>In which relation to the project the evaluator stands.</summary>
    public EvaluatorKind? EvaluatorKind { get; init; }

    /// <summary>What it cost, in cents of the lead portfolio's currency.</summary>
    public long? CostCents { get; init; }

    /// <summary>What came otherwise than the first intuition (RC l.3291-3300).</summary>
    public string? GapFromIntuition { get; init; }

    /// <summary>What drift was noted (RC l.3253-3262).</summary>
    public string? DriftNoted { get; init; }

    /// <summary>How the ecosystem changed.</summary>
    public string? EcosystemChange { get; init; }
}
