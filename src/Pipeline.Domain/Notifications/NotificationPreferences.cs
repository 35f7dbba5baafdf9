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

    // All kinds that a later release brings, for whoever is mailed none of those that there are.
    private const string AnyOther = "*";

    // Kinds that came after AnyOther, to be added with each: whoever wanted none of all the others before has said it without that.
    private static readonly HashSet<string> Since = [];

    private NotificationPreferences() { }

    /// <summary>Those of somebody who has said nothing yet.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="language">What they are written to in until they say.</param>
    public NotificationPreferences(Guid userId, Language language) => (UserId, Language) = (userId, language);

    /// <summary>Whose.</summary>
    public Guid UserId { get; private init; }

    /// <summary>What mails are written in.</summary>
    public Language Language { get; private set; } = Language.En;

    /// <summary>Kinds for which something else than the usual was said.</summary>
    public IReadOnlyList<MailPreference> Kinds { get; private set; } = [];

    /// <summary>How soon somebody is mailed a kind where they have said nothing.</summary>
    public static MailRhythm UsualOf(string kind) => Urgent.Contains(kind) ? MailRhythm.AtOnce : MailRhythm.Daily;

    /// <summary>How soon events of a kind are mailed.</summary>
    public MailRhythm RhythmOf(string kind) =>
        Kinds.FirstOrDefault(k => k.Kind == kind)?.Mail
        ?? Kinds.FirstOrDefault(k => k.Kind == AnyOther)?.Mail
        ?? (WantedNoneBefore ? MailRhythm.Never : UsualOf(kind));

    private bool WantedNoneBefore =>
        Kinds.All(k => k.Mail == MailRhythm.Never)
        && EventTypes.Codes.Where(code => !Since.Contains(code)).All(code => Kinds.Any(k => k.Kind == code));

    /// <summary>
    /// Says it anew; a kind that is left out goes back to the usual. Whoever wants to be mailed none of all that there are, is not mailed what comes to be
    /// later either.
    /// </summary>
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
        var none = EventTypes.Codes.All(code => kinds.Any(k => k.Kind == code && k.Mail == MailRhythm.Never));
        (Language, Kinds) = (language, none ? [.. kinds, new(AnyOther, MailRhythm.Never)] : [.. kinds]);
        Touch();
    }

    /// <summary>Ends all mail, also of kinds that there are none of yet; the inbox stays.</summary>
    public void EndMail() =>
        Say(Language, [.. EventTypes.Codes.Select(kind => new MailPreference(kind, MailRhythm.Never))]);
}
