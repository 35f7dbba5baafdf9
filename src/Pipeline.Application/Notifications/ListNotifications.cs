using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Notifications;

/// <summary>What I was told, newest first, as far as my roles let me see it still.</summary>
/// <param name="Unread">Only what has not been read.</param>
public sealed record ListNotifications(FeedOf Feed, bool Unread) : IQuery<Feed<NotificationReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

internal sealed class ListNotificationsHandler(Inbox inbox, NotificationTexts texts, ICaller caller)
    : IRequestHandler<ListNotifications, Feed<NotificationReply>>
{
    public async Task<Feed<NotificationReply>> Handle(ListNotifications request, CancellationToken cancellationToken)
    {
        var (after, limit) = request.Feed;
        var query = inbox.Mine.AsNoTracking();
        if (request.Unread)
            query = query.Where(n => n.ReadAt == null);
        if (after is { } cursor)
            query = query.Where(n => n.Sequence < cursor);
        // One more than asked for says whether anything follows.
        var found = await query.OrderByDescending(n => n.Sequence).Take(limit + 1).ToListAsync(cancellationToken);
        var shown = found.Take(limit).ToList();
        return new(
            await texts.ReadAsync(shown, caller.Language, cancellationToken),
            found.Count > shown.Count ? shown[^1].Sequence : null
        );
    }
}
