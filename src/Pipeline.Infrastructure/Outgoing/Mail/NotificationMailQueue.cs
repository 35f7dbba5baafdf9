using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Notifications;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Outgoing.Mail;

/// <summary>The mails that wait for people.</summary>
internal sealed class NotificationMailQueue(
    PipelineDbContext db,
    DeliveryQueue queue,
    MailReader reader,
    OutboxOptions pauses,
    TimeProvider time
)
{
    /// <summary>The people that something may go to now, in the order in which it was written.</summary>
    public Task<List<Guid>> DueAsync(CancellationToken cancellationToken) =>
        Next(db.NotificationMails, time.GetUtcNow())
            .GroupBy(m => m.UserId)
            .OrderBy(due => due.Min(m => m.Sequence))
            .Select(due => due.Key)
            .ToListAsync(cancellationToken);

    /// <summary>Takes a person's next mail, with what it is to say now.</summary>
    public Task<OutgoingMail?> TakeAsync(Guid userId, CancellationToken cancellationToken) =>
        queue.TakeAsync(
            now => Next(db.NotificationMails.Where(m => m.UserId == userId), now).OrderBy(m => m.Sequence),
            async mail => new OutgoingMail(
                mail.Sequence,
                mail.LeaseId!.Value,
                await reader.ReadAsync(mail, cancellationToken),
                Guid.TryParse(mail.About, out var about) ? await db.CauseOfAsync(about, cancellationToken) : null
            ),
            cancellationToken
        );

    /// <summary>It was handed over, or there was nothing to hand over.</summary>
    public Task NoteSentAsync(OutgoingMail mail) => NoteAsync(mail, (held, now) => held.Arrive(now));

    /// <summary>The server refuses the recipient for good: not asked again.</summary>
    public Task NoteRefusedAsync(OutgoingMail mail) => NoteAsync(mail, (held, now) => held.Fail(now, pause: null));

    /// <summary>The server is away, slow, or refuses for now.</summary>
    public Task NoteFailureAsync(OutgoingMail mail) =>
        NoteAsync(mail, (held, now) => held.Fail(now, pauses.PauseAfter(held.Attempts)));

    /// <summary>Gives back a mail whose attempt was broken off.</summary>
    public Task ReleaseAsync(OutgoingMail mail) => NoteAsync(mail, (held, _) => held.Release());

    /// <summary>Removes what ended long enough ago.</summary>
    public Task ClearAsync(CancellationToken cancellationToken) =>
        queue.ClearAsync<NotificationMail>(cancellationToken);

    // Of what goes to somebody at once, the earliest that has neither arrived nor been given up: what happened later is not told before it. A day's or week's mail has its own hour.
    private static IQueryable<NotificationMail> Next(IQueryable<NotificationMail> mails, DateTimeOffset now)
    {
        var first = mails
            .Where(m => m.Rhythm == MailRhythm.AtOnce && m.State == DeliveryState.Pending)
            .GroupBy(m => m.UserId)
            .Select(own => own.Min(m => m.Sequence));
        return DeliveryQueue.Due(mails, now).Where(m => m.Rhythm != MailRhythm.AtOnce || first.Contains(m.Sequence));
    }

    private Task NoteAsync(OutgoingMail mail, Action<NotificationMail, DateTimeOffset> note) =>
        queue.NoteAsync(
            db.NotificationMails.Where(m => m.Sequence == mail.Sequence && m.LeaseId == mail.LeaseId),
            (held, now) =>
            {
                note(held, now);
                return Task.CompletedTask;
            }
        );
}
