using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A manager answered a report.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="TransitionId">The report.</param>
/// <param name="Outcome"><see cref="TransitionStatus.Effective"/> for an approval.</param>
public sealed record TransitionDecided(DateTimeOffset OccurredAt, Guid TransitionId, TransitionStatus Outcome)
    : DomainEvent("transition.decided", OccurredAt);
