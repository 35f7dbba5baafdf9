using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>An event on its way to a webhook.</summary>
/// <param name="Id">UUID.</param>
/// <param name="EventId">What the receiver sees as <c>webhook-id</c>, at every attempt.</param>
/// <param name="Type">The event's type.</param>
/// <param name="ProjectId">The project it happened in; null where it is none's.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">The latest attempts, the first of them first.</param>
/// <param name="NextAttemptAt">When it is tried next; null where it is not.</param>
public sealed record WebhookDeliveryReply(
    Guid Id,
    Guid EventId,
    string Type,
    Guid? ProjectId,
    DateTimeOffset OccurredAt,
    DeliveryState State,
    IReadOnlyList<WebhookAttemptReply> Attempts,
    DateTimeOffset? NextAttemptAt
)
{
    internal static WebhookDeliveryReply Of(WebhookDelivery d) =>
        new(
            d.Id,
            d.EventId,
            d.Type,
            d.ProjectId,
            d.OccurredAt,
            d.State,
            [.. d.Log.Select(WebhookAttemptReply.Of)],
            d.State == DeliveryState.Pending ? d.DueAt : null
        );
}

/// <summary>One attempt to send a message.</summary>
/// <param name="At">When it began.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">What the receiver answered; null where it did not.</param>
public sealed record WebhookAttemptReply(DateTimeOffset At, int DurationMs, WebhookOutcome Outcome, int? Status)
{
    internal static WebhookAttemptReply Of(WebhookAttempt a) =>
        new(a.At, a.DurationMilliseconds, a.NotSigned ? WebhookOutcome.NotSigned : a.Outcome, a.Status);
}
