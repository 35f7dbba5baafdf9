using System.Globalization;
using System.Text;
using Pipeline.Domain.Closings.Events;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>
/// That a portfolio's period was closed: a day and an instant, the files that were made of them, and a signature over the list of their hashes. What is
/// recorded later changes figures, and never what was reported (docs/adr/0034).
/// </summary>
public sealed class Closing : EventSource, IAppendOnly
{
    private readonly List<ClosingFile> _files = [];

    private Closing() { }

    /// <summary>A closing of which everything is known but the signature.</summary>
    /// <param name="portfolioId">Whose period it is.</param>
    /// <param name="asOf">The last day of the period.</param>
    /// <param name="knownAt">What was recorded later is not in it (UTC).</param>
    /// <param name="last">The portfolio's last one; null for the first.</param>
    /// <param name="note">What is to be said of it.</param>
    /// <param name="files">What was made.</param>
    /// <param name="recordedBy">Who closes.</param>
    /// <param name="now">When (UTC).</param>
    /// <exception cref="RefusedException"><c>closing_not_after_last</c>: closed days are strictly ascending.</exception>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>out_of_range</c>, <c>too_long</c>, <c>invalid_text</c>.</exception>
    public Closing(
        Guid portfolioId,
        DateOnly asOf,
        DateTimeOffset knownAt,
        ClosedPeriod? last,
        string? note,
        IEnumerable<ClosingFile> files,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        (PortfolioId, KnownAt, Number) = (portfolioId, knownAt, (last?.Number ?? 0) + 1);
        AsOf = Guard.Day(Guard.NotInFuture(asOf, now, "asOf"), "asOf");
        last?.RequireBefore(asOf);
        Note = CheckedNote(note);
        _files.AddRange(files);
        (RecordedBy, RecordedAt) = (recordedBy, now);
        Raise(new ClosingMade(now, Id) { PortfolioId = portfolioId });
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose period it is.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>From 1 within the portfolio, without gaps: of two that are made at once one gets it.</summary>
    public int Number { get; private init; }

    /// <summary>The last day of the period.</summary>
    public DateOnly AsOf { get; private init; }

    /// <summary>What was recorded later is not in it (UTC).</summary>
    public DateTimeOffset KnownAt { get; private init; }

    /// <summary>What was said of it.</summary>
    public string? Note { get; private init; }

    /// <summary>The files that were made of it.</summary>
    public IReadOnlyCollection<ClosingFile> Files => _files;

    /// <summary>The key that signed it: a <see cref="ClosingKey.Id"/>.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>ES256 over <see cref="Statement"/>, base64url (RFC 7518, 3.4).</summary>
    public string Signature { get; private set; } = "";

    /// <summary>Who closed.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>
    /// What is signed, in UTF-8: a line each for what it is, the closing, the portfolio, day and instant, and for each file its kind, language and SHA-256;
    /// every line ends with a line feed.
    /// </summary>
    public string Statement
    {
        get
        {
            var text = new StringBuilder("pipeline-closing 1\n");
            text.Append(CultureInfo.InvariantCulture, $"closing {Id}\n");
            text.Append(CultureInfo.InvariantCulture, $"portfolio {PortfolioId}\n");
            text.Append(CultureInfo.InvariantCulture, $"asOf {AsOf:yyyy-MM-dd}\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"knownAt {KnownAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}\n"
            );
            foreach (var file in _files.OrderBy(f => f.Kind).ThenBy(f => f.Language))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{Codes.Of(file.Kind)} {Codes.Of(file.Language)} {file.Sha256}\n"
                );
            return text.ToString();
        }
    }

    /// <summary>One of its files: there is one of each kind and language.</summary>
    public ClosingFile File(ClosingFileKind kind, Language language) =>
        _files.Single(f => f.Kind == kind && f.Language == language);

    /// <summary>A note as it is kept.</summary>
    /// <exception cref="InvalidValueException"><c>too_long</c>, <c>invalid_text</c>.</exception>
    public static string? CheckedNote(string? note) => Guard.Optional(note, "note", Limits.Paragraph);

    /// <summary>Puts the signature beside what it is of.</summary>
    /// <param name="keyId">The key that made it.</param>
    /// <param name="signature">Of <see cref="Statement"/>.</param>
    public void Sign(string keyId, string signature) => (KeyId, Signature) = (keyId, signature);
}
