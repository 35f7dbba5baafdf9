using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A transition was reported.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="TransitionId">The report.</param>
/// <param name="Trigger">The move asked for.</param>
public sealed record TransitionReported(DateTimeOffset OccurredAt, Guid TransitionId, Trigger Trigger)
    : DomainEvent("transition.reported", OccurredAt);
