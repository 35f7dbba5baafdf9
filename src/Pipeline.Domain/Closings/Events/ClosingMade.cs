using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings.Events;

/// <summary>A period of a portfolio was closed.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="ClosingId">The closing.</param>
public sealed record ClosingMade(DateTimeOffset OccurredAt, Guid ClosingId) : DomainEvent("closing.made", OccurredAt);
