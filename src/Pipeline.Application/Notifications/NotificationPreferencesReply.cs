using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;

namespace Pipeline.Application.Notifications;

/// <summary>How I am told by mail.</summary>
/// <param name="Language">What mails are written in.</param>
/// <param name="Preferences">Every kind of event, with how soon it is mailed.</param>
/// <param name="MailIsSent">Whether this instance sends mails; the choice is kept where it does not.</param>
/// <param name="Version">Rises with every change; 0 before the first one.</param>
public sealed record NotificationPreferencesReply(
    Language Language,
    IReadOnlyList<MailPreferenceReply> Preferences,
    bool MailIsSent,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static NotificationPreferencesReply Of(NotificationPreferences p, bool mailIsSent, Language shownIn) =>
        new(
            p.Language,
            [.. EventTypes.All.Select(t => new MailPreferenceReply(t.Code, t.Label.In(shownIn), p.RhythmOf(t.Code)))],
            mailIsSent,
            p.Version
        );
}

/// <summary>How soon I am mailed events of one kind.</summary>
/// <param name="Kind">The event's type.</param>
/// <param name="Label">What it is called in the caller's language.</param>
/// <param name="Mail">How soon.</param>
public sealed record MailPreferenceReply(string Kind, string Label, MailRhythm Mail);
