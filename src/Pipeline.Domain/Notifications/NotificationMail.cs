using System.Globalization;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Notifications;

/// <summary>
/// A mail on its way to one person: of one event, or of all that a day or week brings. Its id is what the recipient's program tells repetitions by, and stays the
/// same at every attempt.
/// </summary>
public sealed class NotificationMail : QueuedDelivery
{
    // In the morning of Europe, before people sit down to work (UTC).
    private static readonly TimeSpan DigestHour = TimeSpan.FromHours(5);

    private NotificationMail() { }

    private NotificationMail(Guid userId, MailRhythm rhythm, string about, DateTimeOffset dueAt, DateTimeOffset now)
    {
        (Id, UserId, Rhythm, About) = (Guid.CreateVersion7(now), userId, rhythm, about);
        (RecordedAt, DueAt) = (now, dueAt);
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whom it is for.</summary>
    public Guid UserId { get; private init; }

    /// <summary>Of one event, or of a day or week.</summary>
    public MailRhythm Rhythm { get; private init; }

    /// <summary>The event's id, or the day or week: there is one mail about each for a person.</summary>
    public string About { get; private init; } = "";

    /// <summary>When it was begun (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>A mail of one event.</summary>
    public static NotificationMail OfEvent(Guid userId, Guid eventId, DateTimeOffset now) =>
        new(userId, MailRhythm.AtOnce, eventId.ToString(), now, now);

    /// <summary>The next mail of a day or week, sent when that is over.</summary>
    public static NotificationMail Digest(Guid userId, MailRhythm rhythm, DateTimeOffset now)
    {
        var dueAt = NextDigest(rhythm, now);
        var day = dueAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(userId, rhythm, $"{Codes.Of(rhythm)}:{day}", dueAt, now);
    }

    private static DateTimeOffset NextDigest(MailRhythm rhythm, DateTimeOffset now)
    {
        var next = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + DigestHour;
        if (next <= now)
            next = next.AddDays(1);
        while (rhythm == MailRhythm.Weekly && next.DayOfWeek != DayOfWeek.Monday)
            next = next.AddDays(1);
        return next;
    }
}
