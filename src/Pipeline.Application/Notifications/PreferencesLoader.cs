using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Loads what somebody has said of mails, to be said anew.</summary>
internal static class PreferencesLoader
{
    /// <summary>Tracked; new where they have said nothing yet.</summary>
    public static async Task<NotificationPreferences> PreferencesOfAsync(
        this IPipelineDb db,
        Guid userId,
        CancellationToken cancellationToken
    ) =>
        await db.NotificationPreferences.FirstOrDefaultAsync(p => p.UserId == userId, cancellationToken)
        ?? db.NotificationPreferences.Add(new NotificationPreferences(userId)).Entity;
}
