using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Notifications;

/// <summary>How I am told by mail, kind by kind; what is usual where I have said nothing.</summary>
public sealed record GetNotificationPreferences : IQuery<NotificationPreferencesReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

internal sealed class GetNotificationPreferencesHandler(
    IPipelineDb db,
    ISessions sessions,
    Scope scope,
    IMailDoor mail,
    ICaller caller
) : IRequestHandler<GetNotificationPreferences, NotificationPreferencesReply>
{
    public async Task<NotificationPreferencesReply> Handle(
        GetNotificationPreferences request,
        CancellationToken cancellationToken
    )
    {
        var said = await db.SaidByAsync(sessions, scope.RequirePerson(), caller.Language, cancellationToken);
        return NotificationPreferencesReply.Of(said, mail.IsOpen, caller.Language);
    }
}
