using Pipeline.Domain.Common;

namespace Pipeline.Domain.Webhooks.Events;

/// <summary>A webhook was switched off by what its receiver did.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="WebhookId">The webhook.</param>
/// <param name="Reason">Why.</param>
public sealed record WebhookSwitchedOff(DateTimeOffset OccurredAt, Guid WebhookId, WebhookStop Reason)
    : DomainEvent(EventTypes.WebhookSwitchedOff, OccurredAt);
