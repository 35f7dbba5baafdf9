using Pipeline.Domain.Common;

namespace Pipeline.Domain.Notifications;

/// <summary>How somebody wants to be told by mail. Whoever has said nothing gets what is usual.</summary>
public sealed class NotificationPreferences : Choice
{
    // What waits for somebody, or cannot wait. The rest comes once a day.
    private static readonly HashSet<string> Urgent =
    [
        "transition.reported",
        "transition.decided",
        "progressReport.submitted",
        "progressReport.decided",
        EventTypes.WebhookSwitchedOff,
    ];

    private NotificationPreferences() { }

    /// <summary>Those of somebody who has said nothing yet.</summary>
    public NotificationPreferences(Guid userId) => UserId = userId;

    /// <summary>Whose.</summary>
    public Guid UserId { get; private init; }

    /// <summary>What mails are written in.</summary>
    public Language Language { get; private set; } = Language.En;

    /// <summary>Kinds for which something else than the usual was said.</summary>
    public IReadOnlyList<MailPreference> Kinds { get; private set; } = [];

    /// <summary>How soon somebody is mailed a kind where they have said nothing.</summary>
    public static MailRhythm UsualOf(string kind) => Urgent.Contains(kind) ? MailRhythm.AtOnce : MailRhythm.Daily;

    /// <summary>How soon events of a kind are mailed.</summary>
    public MailRhythm RhythmOf(string kind) => Kinds.FirstOrDefault(k => k.Kind == kind)?.Mail ?? UsualOf(kind);

    /// <summary>Says it anew; a kind that is left out goes back to the usual.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>: no such kind; <c>duplicate</c>: a kind is there twice.</exception>
    public void Say(Language language, IReadOnlyList<MailPreference> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        for (var i = 0; i < kinds.Count; i++)
        {
            var kind = kinds[i].Kind;
            var field = $"preferences[{i}].kind";
            if (!EventTypes.Has(kind))
                throw CommonRefusals.UnknownCode.With(kind, string.Join(", ", EventTypes.Codes)).At(field);
            if (kinds.Take(i).Any(earlier => earlier.Kind == kind))
                throw CommonRefusals.Duplicate.With(kind).At(field);
        }
        (Language, Kinds) = (language, [.. kinds]);
        Touch();
    }

    /// <summary>Ends all mail; the inbox stays.</summary>
    public void EndMail() =>
        Say(Language, [.. EventTypes.Codes.Select(kind => new MailPreference(kind, MailRhythm.Never))]);
}
