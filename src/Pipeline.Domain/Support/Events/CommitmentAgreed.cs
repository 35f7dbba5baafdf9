using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support.Events;

/// <summary>A commitment was recorded.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="CommitmentId">The commitment.</param>
public sealed record CommitmentAgreed(DateTimeOffset OccurredAt, Guid CommitmentId)
    : DomainEvent("commitment.agreed", OccurredAt);
