using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Notifications;

/// <summary>Marks a notification, and every one before it, as read.</summary>
/// <param name="UpTo">The newest one that was read.</param>
public sealed record ReadNotifications(Guid UpTo) : ICommand<UnreadReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly, CommonRefusals.NotFound];
}

internal sealed class ReadNotificationsHandler(IPipelineDb db, Inbox inbox, Scope scope, TimeProvider time)
    : IRequestHandler<ReadNotifications, UnreadReply>
{
    public async Task<UnreadReply> Handle(ReadNotifications request, CancellationToken cancellationToken)
    {
        var userId = scope.RequirePerson();
        var newest =
            await inbox
                .Mine.Where(n => n.Id == request.UpTo)
                .Select(n => (long?)n.Sequence)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw NotFoundException.Of("notification", "notification");
        DateTimeOffset? now = time.GetUtcNow();
        await db
            .Notifications.Where(n => n.UserId == userId && n.ReadAt == null && n.Sequence <= newest)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
        return await inbox.UnreadAsync(cancellationToken);
    }
}
