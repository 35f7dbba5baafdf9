using Pipeline.Domain.Common;

namespace Pipeline.Domain.Webhooks;

/// <summary>An event on its way to one webhook.</summary>
public sealed class WebhookDelivery : QueuedDelivery
{
    /// <summary>The type of a message that only tries whether messages arrive.</summary>
    public const string Test = "webhook.test";

    private const int AttemptsShown = 20;

    private WebhookDelivery() { }

    /// <summary>A message to be sent.</summary>
    /// <param name="eventId">What the receiver tells repetitions by: the event's id.</param>
    /// <param name="body">What is sent, the same at every attempt.</param>
    public WebhookDelivery(
        Guid webhookId,
        Guid eventId,
        string type,
        Guid? projectId,
        DateTimeOffset occurredAt,
        string body,
        DateTimeOffset now
    )
    {
        (Id, WebhookId, EventId) = (Guid.CreateVersion7(now), webhookId, eventId);
        (Type, ProjectId, OccurredAt, Body) = (type, projectId, occurredAt, body);
        (RecordedAt, DueAt) = (now, now);
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Where to.</summary>
    public Guid WebhookId { get; private init; }

    /// <summary>The event's id, sent as <c>webhook-id</c> at every attempt.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event's type.</summary>
    public string Type { get; private init; } = "";

    /// <summary>The project it happened in: messages about one are sent in their order. Null where it is none's.</summary>
    public Guid? ProjectId { get; private init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset OccurredAt { get; private init; }

    /// <summary>What is sent, as JSON.</summary>
    public string Body { get; private init; } = "";

    /// <summary>When it was written here (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The latest attempts, the first of them first.</summary>
    public IReadOnlyList<WebhookAttempt> Log { get; private set; } = [];

    /// <summary>When it was first tried, since it was last asked for (UTC); null before.</summary>
    public DateTimeOffset? TriedSince => Log.TakeLast(Attempts).FirstOrDefault()?.At;

    /// <summary>Notes how an attempt ended.</summary>
    /// <param name="pause">How long to wait after one that failed; null after the last one.</param>
    public void Note(WebhookAttempt attempt, TimeSpan? pause, DateTimeOffset now)
    {
        Log = [.. Log.Append(attempt).TakeLast(AttemptsShown)];
        if (attempt.Arrived)
            Arrive(now);
        else
            Fail(now, attempt.Gone || attempt.Outcome == WebhookOutcome.SwitchedOff ? null : pause);
    }
}
