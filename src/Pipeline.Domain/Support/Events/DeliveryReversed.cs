using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support.Events;

/// <summary>A delivery was taken back.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="DeliveryId">The delivery that was taken back.</param>
/// <param name="ReversalId">The opposite entry.</param>
public sealed record DeliveryReversed(DateTimeOffset OccurredAt, Guid CommitmentId, Guid DeliveryId, Guid ReversalId)
    : DomainEvent("delivery.reversed", OccurredAt);
