using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>The one answer to a report. Its key is the report's, so the database itself refuses a second one.</summary>
public sealed class TransitionDecision : IAppendOnly
{
    private TransitionDecision() { }

    internal TransitionDecision(
        Guid transitionId,
        TransitionStatus outcome,
        string? reason,
        IReadOnlyList<JudgedCriterion> gate,
        Guid decidedBy,
        DateTimeOffset decidedAt
    ) =>
        (TransitionId, Outcome, Reason, Gate, DecidedBy, RecordedAt) = (
            transitionId,
            outcome,
            reason,
            gate,
            decidedBy,
            decidedAt
        );

    /// <summary>The report that is answered.</summary>
    public Guid TransitionId { get; private init; }

    /// <summary><see cref="TransitionStatus.Effective"/> for an approval.</summary>
    public TransitionStatus Outcome { get; private init; }

    /// <summary>Why, for anything but an approval or a withdrawal.</summary>
    public string? Reason { get; private init; }

    /// <summary>The gate as judged again on the facts of that day; empty when nothing was approved or the move has no gate.</summary>
    public IReadOnlyList<JudgedCriterion> Gate { get; private init; } = [];

    /// <summary>Who decided, or withdrew.</summary>
    public Guid DecidedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
