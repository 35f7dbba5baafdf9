using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Reads what a mail is to say, at the moment when it goes out: roles, preferences and names are those of that moment.</summary>
public sealed class MailReader(
    IPipelineDb db,
    IUserDirectory users,
    ISessions sessions,
    NotificationTexts texts,
    MailTokens tokens
)
{
    // A longer mail is read by nobody; the inbox has the rest.
    private const int MostLines = 100;

    /// <summary>The content; null where there is nothing to be said to them any more.</summary>
    public async Task<MailContent?> ReadAsync(NotificationMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var user = await users.Present.FirstOrDefaultAsync(u => u.Id == mail.UserId, cancellationToken);
        if (user is not { Locked: false })
            return null;
        var said = await db.SaidByAsync(sessions, mail.UserId, Language.En, cancellationToken);
        var told = await db
            .Notifications.AsNoTracking()
            .Where(n => n.MailId == mail.Id)
            .StillTold(db)
            .OrderBy(n => n.Sequence)
            .ToListAsync(cancellationToken);
        var wanted = told.Where(n => said.RhythmOf(n.Type) != MailRhythm.Never)
            // What has been read meanwhile is no news of the day.
            .Where(n => mail.Rhythm == MailRhythm.AtOnce || n.ReadAt is null)
            .ToList();
        if (wanted.Count == 0)
            return null;
        return new(
            mail.Id,
            user.Email,
            user.Name,
            said.Language,
            mail.Rhythm,
            await texts.ReadAsync([.. wanted.Take(MostLines)], said.Language, cancellationToken),
            wanted.Count > MostLines,
            tokens.Of(user.Id)
        );
    }
}
