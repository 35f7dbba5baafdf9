using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support.Events;

/// <summary>Something came against a commitment.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="DeliveryId">The delivery.</param>
public sealed record DeliveryRecorded(DateTimeOffset OccurredAt, Guid CommitmentId, Guid DeliveryId)
    : DomainEvent("delivery.recorded", OccurredAt);
