using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Calendars;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Calendars;

/// <summary>Loads calendars that are open.</summary>
internal static class CalendarLoader
{
    /// <summary>Somebody's.</summary>
    /// <exception cref="NotFoundException">They have none, or have ended it.</exception>
    public static async Task<CalendarFeed> OpenCalendarOfAsync(
        this IPipelineDb db,
        Guid userId,
        CancellationToken cancellationToken
    ) =>
        await db.CalendarFeeds.FirstOrDefaultAsync(f => f.UserId == userId && f.EndedAt == null, cancellationToken)
        ?? throw NotFoundException.Of("calendar", "calendrier");
}
