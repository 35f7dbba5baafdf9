using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>What the caller was told, and may still see.</summary>
public sealed class Inbox(IPipelineDb db, Scope scope)
{
    /// <summary>All of it, in no order.</summary>
    /// <exception cref="ForbiddenException"><c>people_only</c>.</exception>
    public IQueryable<Notification> Mine
    {
        get
        {
            var userId = scope.RequirePerson();
            return db.Notifications.Where(n => n.UserId == userId).StillTold(db);
        }
    }

    /// <summary>How much of it is new.</summary>
    /// <exception cref="ForbiddenException"><c>people_only</c>.</exception>
    public async Task<UnreadReply> UnreadAsync(CancellationToken cancellationToken) =>
        new(await Mine.CountAsync(n => n.ReadAt == null, cancellationToken));
}
