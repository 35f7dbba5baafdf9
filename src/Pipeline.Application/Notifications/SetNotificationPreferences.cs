using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>Says how I want to be told by mail.</summary>
public sealed record SetNotificationPreferences(long? Version, NotificationPreferencesBody Body)
    : ICommand<NotificationPreferencesReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.PeopleOnly, CommonRefusals.UnknownCode, CommonRefusals.InvalidText, CommonRefusals.Duplicate];
}

/// <summary>How I want to be told by mail.</summary>
/// <param name="Preferences">Kinds of events, each once; one that is left out goes back to the usual.</param>
/// <param name="Language">What mails are to be written in; as before where left out, and the first time as one last signed in.</param>
public sealed record NotificationPreferencesBody(IReadOnlyList<MailPreference> Preferences, Language? Language = null);

internal sealed class SetNotificationPreferencesHandler(
    IPipelineDb db,
    ISessions sessions,
    Scope scope,
    IMailDoor mail,
    ICaller caller
) : IRequestHandler<SetNotificationPreferences, NotificationPreferencesReply>
{
    public async Task<NotificationPreferencesReply> Handle(
        SetNotificationPreferences request,
        CancellationToken cancellationToken
    )
    {
        var said = await db.PreferencesOfAsync(sessions, scope.RequirePerson(), caller.Language, cancellationToken);
        if (request.Version is { } known)
            said.RequireVersion(known);
        said.Say(request.Body.Language ?? said.Language, request.Body.Preferences);
        await db.SaveChangesAsync(cancellationToken);
        return NotificationPreferencesReply.Of(said, mail.IsOpen, caller.Language);
    }
}
