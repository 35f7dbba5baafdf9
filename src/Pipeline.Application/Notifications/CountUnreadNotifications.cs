using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Notifications;

/// <summary>How many notifications I have not read: what the bell shows.</summary>
public sealed record CountUnreadNotifications : IQuery<UnreadReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

/// <summary>How much is new.</summary>
/// <param name="Unread">Notifications that have not been read.</param>
public sealed record UnreadReply(int Unread);

internal sealed class CountUnreadNotificationsHandler(Inbox inbox)
    : IRequestHandler<CountUnreadNotifications, UnreadReply>
{
    public Task<UnreadReply> Handle(CountUnreadNotifications request, CancellationToken cancellationToken) =>
        inbox.UnreadAsync(cancellationToken);
}
