using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Loads what somebody has said of mails.</summary>
internal static class PreferencesLoader
{
    /// <summary>To be read; what is usual where they have said nothing.</summary>
    /// <param name="otherwise">What they are written to in where they have chosen nothing, and it is not known what they last signed in in.</param>
    public static async Task<NotificationPreferences> SaidByAsync(
        this IPipelineDb db,
        ISessions sessions,
        Guid userId,
        Language otherwise,
        CancellationToken cancellationToken
    ) =>
        await db.NotificationPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.UserId == userId, cancellationToken)
        ?? await NewAsync(sessions, userId, otherwise, cancellationToken);

    /// <summary>To be said anew: tracked; new where they have said nothing yet.</summary>
    /// <param name="otherwise">What they are written to in where they have chosen nothing, and it is not known what they last signed in in.</param>
    /// <param name="chosen">What they have chosen elsewhere; null where nothing.</param>
    public static async Task<NotificationPreferences> PreferencesOfAsync(
        this IPipelineDb db,
        ISessions sessions,
        Guid userId,
        Language otherwise,
        CancellationToken cancellationToken,
        Language? chosen = null
    ) =>
        await db.NotificationPreferences.FirstOrDefaultAsync(p => p.UserId == userId, cancellationToken)
        ?? db.NotificationPreferences.Add(
            chosen is { } language
                ? new NotificationPreferences(userId, language)
                : await NewAsync(sessions, userId, otherwise, cancellationToken)
        ).Entity;

    // The same for whoever reads them, writes them, or mails by them.
    private static async Task<NotificationPreferences> NewAsync(
        ISessions sessions,
        Guid userId,
        Language otherwise,
        CancellationToken cancellationToken
    ) => new(userId, await sessions.LanguageOfAsync(userId, cancellationToken) ?? otherwise);
}
