using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Puts notifications into mails, as each person wants to be told; where no mails go out, into none.</summary>
public sealed class MailQueuer(IPipelineDb db, IMailDoor mail)
{
    /// <summary>For notifications of one event that are about to be saved.</summary>
    internal async Task QueueAsync(
        IReadOnlyList<Notification> notifications,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // What one did oneself needs no mail.
        var news = notifications.Where(n => n.ReadAt is null).ToList();
        if (!mail.IsOpen || news.Count == 0)
            return;
        var people = news.ConvertAll(n => n.UserId);
        var said = await db
            .NotificationPreferences.AsNoTracking()
            .Where(p => people.Contains(p.UserId))
            .ToDictionaryAsync(p => p.UserId, cancellationToken);
        var begun = await db
            .NotificationMails.AsNoTracking()
            .Where(m => people.Contains(m.UserId) && m.State == DeliveryState.Pending && m.Rhythm != MailRhythm.AtOnce)
            .Select(m => new
            {
                m.Id,
                m.UserId,
                m.About,
            })
            .ToDictionaryAsync(m => (m.UserId, m.About), m => m.Id, cancellationToken);
        // And what other events that are saved with this one have begun.
        foreach (var own in db.NotificationMails.Local.Where(m => m.Rhythm != MailRhythm.AtOnce))
            begun.TryAdd((own.UserId, own.About), own.Id);
        foreach (var notification in news)
        {
            var rhythm =
                said.GetValueOrDefault(notification.UserId)?.RhythmOf(notification.Type)
                ?? NotificationPreferences.UsualOf(notification.Type);
            if (rhythm == MailRhythm.Never)
                continue;
            var own =
                rhythm == MailRhythm.AtOnce
                    ? NotificationMail.OfEvent(notification.UserId, notification.EventId, now)
                    : NotificationMail.Digest(notification.UserId, rhythm, now);
            if (begun.TryGetValue((own.UserId, own.About), out var earlier))
            {
                notification.ComesBy(earlier);
                continue;
            }
            db.NotificationMails.Add(own);
            notification.ComesBy(own.Id);
        }
    }
}
