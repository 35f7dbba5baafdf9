using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A pending report was taken back.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="TransitionId">The report.</param>
public sealed record TransitionWithdrawn(DateTimeOffset OccurredAt, Guid TransitionId)
    : DomainEvent("transition.withdrawn", OccurredAt);
