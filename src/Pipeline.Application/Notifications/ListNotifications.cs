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
        var query = inbox.Mine.AsNoTracking();
        if (request.Unread)
            query = query.Where(n => n.ReadAt == null);
        var part = await query.ToFeedAsync(request.Feed, cancellationToken);
        return new(await texts.ReadAsync(part.Items, caller.Language, cancellationToken), part.Next);
    }
}
