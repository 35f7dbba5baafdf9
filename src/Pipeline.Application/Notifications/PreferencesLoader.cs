using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Loads what somebody has said of mails.</summary>
internal static class PreferencesLoader
{
    /// <summary>To be read; what is usual where they have said nothing.</summary>
    /// <param name="language">What they are written to in where they have said nothing.</param>
    public static async Task<NotificationPreferences> SaidByAsync(
        this IPipelineDb db,
        Guid userId,
        Language language,
        CancellationToken cancellationToken
    ) =>
        await db.NotificationPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.UserId == userId, cancellationToken)
        ?? new NotificationPreferences(userId, language);

    /// <summary>To be said anew: tracked; new where they have said nothing yet.</summary>
    /// <param name="language">What they are written to in where they have said nothing.</param>
    public static async Task<NotificationPreferences> PreferencesOfAsync(
        this IPipelineDb db,
        Guid userId,
        Language language,
        CancellationToken cancellationToken
    ) =>
        await db.NotificationPreferences.FirstOrDefaultAsync(p => p.UserId == userId, cancellationToken)
        ?? db.NotificationPreferences.Add(new NotificationPreferences(userId, language)).Entity;
}
