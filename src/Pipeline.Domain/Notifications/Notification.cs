using Pipeline.Domain.Common;

namespace Pipeline.Domain.Notifications;

/// <summary>An event as one person was told of it. Whether they see it still follows from their roles, each time it is read.</summary>
public sealed class Notification : ISequenced
{
    private Notification() { }

    /// <summary>Tells somebody of an event.</summary>
    /// <param name="userId">Whom.</param>
    /// <param name="eventId">The event's id, which it keeps however often it is delivered.</param>
    /// <param name="type">As <see cref="EventTypes"/> has it.</param>
    /// <param name="audience">Who is told of events like it, which is asked again when it is read.</param>
    /// <param name="payload">What the event says, as a JSON object of ids and states.</param>
    /// <param name="causedBy">In whose name it was done: whoever did it has read it.</param>
    public Notification(
        Guid userId,
        Guid eventId,
        string type,
        EventAudience audience,
        Guid? projectId,
        Guid? portfolioId,
        string payload,
        Guid? causedBy,
        DateTimeOffset occurredAt,
        DateTimeOffset now
    )
    {
        (Id, UserId, EventId) = (Guid.CreateVersion7(now), userId, eventId);
        (Type, Audience, ProjectId, PortfolioId) = (type, audience, projectId, portfolioId);
        (Payload, CausedBy, OccurredAt, RecordedAt) = (payload, causedBy, occurredAt, now);
        if (causedBy == userId)
            ReadAt = now;
    }

    /// <summary>Given by the database: the order in which people were told.</summary>
    public long Sequence { get; private init; }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Who is told.</summary>
    public Guid UserId { get; private init; }

    /// <summary>Of which event: somebody is told of one once.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event's type.</summary>
    public string Type { get; private init; } = "";

    /// <summary>Who is told of events like it.</summary>
    public EventAudience Audience { get; private init; }

    /// <summary>The project it happened in; null where it is none's.</summary>
    public Guid? ProjectId { get; private init; }

    /// <summary>The portfolio it happened in; null where it is none's.</summary>
    public Guid? PortfolioId { get; private init; }

    /// <summary>What the event says, as a JSON object of ids and states.</summary>
    public string Payload { get; private init; } = "";

    /// <summary>In whose name it was done; null where that is not known.</summary>
    public Guid? CausedBy { get; private init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset OccurredAt { get; private init; }

    /// <summary>When it was written here (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was read (UTC); null while it is new.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The mail that tells of it; null where none does.</summary>
    public Guid? MailId { get; private set; }

    /// <summary>A mail tells of it.</summary>
    public void ComesBy(Guid mailId) => MailId = mailId;
}
