using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations.Events;

/// <summary>An evaluation was recorded.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="EvaluationId">The evaluation.</param>
/// <param name="Verdict">What it found, in one word.</param>
public sealed record EvaluationRecorded(DateTimeOffset OccurredAt, Guid EvaluationId, Verdict Verdict)
    : DomainEvent("evaluation.recorded", OccurredAt);
