using Pipeline.Domain.Common;

namespace Pipeline.Domain.Calendars;

/// <summary>
/// The secret address at which a person's calendar program reads what is due for them: one a person. Its token is kept as a hash, so that a copy of the database
/// opens no calendar.
/// </summary>
public sealed class CalendarFeed
{
    private CalendarFeed() { }

    /// <summary>One that is not open yet.</summary>
    public CalendarFeed(Guid userId) => UserId = userId;

    /// <summary>Whose.</summary>
    public Guid UserId { get; private init; }

    /// <summary>SHA-256 of the token: the token itself is kept nowhere.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>What it was asked for in: calendar programs do not say.</summary>
    public Language Language { get; private set; } = Language.En;

    /// <summary>When this address was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was ended (UTC); null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Opens it at a new address; the one before opens nothing any more.</summary>
    /// <param name="tokenHash">The hash of what is shown once.</param>
    /// <param name="language">What its entries are written in where their reader has said nothing else.</param>
    /// <param name="now">When (UTC).</param>
    public void Open(string tokenHash, Language language, DateTimeOffset now) =>
        (TokenHash, Language, CreatedAt, EndedAt) = (tokenHash, language, now, null);

    /// <summary>Ends it: its address opens nothing from then on, and never again.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
