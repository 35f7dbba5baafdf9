using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support.Events;

/// <summary>A commitment was ended.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="CommitmentId">The commitment.</param>
public sealed record CommitmentCancelled(DateTimeOffset OccurredAt, Guid CommitmentId)
    : DomainEvent("commitment.cancelled", OccurredAt);
