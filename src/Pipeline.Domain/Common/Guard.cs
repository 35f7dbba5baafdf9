using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pipeline.Domain.Common;

/// <summary>The checks that every aggregate shares, each with its stable code and a sentence that names the limit.</summary>
public static class Guard
{
    /// <summary>A text that has to be there, trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>required</c> or <c>too_long</c>.</exception>
    public static string Required(string? value, string field, int max) =>
        Optional(value, field, max) ?? throw CommonRefusals.Required.With(field).At(field);

    /// <summary>A text that may be missing, trimmed; where nothing of it can be seen (<see cref="IsBlank"/>) it counts as missing.</summary>
    /// <param name="max">Characters; a text of <see cref="Limits.Line"/> at most is one line, since it stands in lines of mails, sheets and calendars.</param>
    /// <exception cref="InvalidValueException"><c>too_long</c>, or <c>invalid_text</c> for control characters, and for line ends in what is one line.</exception>
    public static string? Optional(string? value, string field, int max)
    {
        if (IsBlank(value))
            return null;
        var text = value.Trim();
        // Neither XML nor a spreadsheet can hold them, so they would only surface when somebody exports.
        if (NoText(text, field) is { } fault)
            throw InvalidValueException.Of([fault]);
        if (max <= Limits.Line && text.Any(EndsLine))
            throw CommonRefusals.SeveralLines.With(field).At(field);
        if (text.Length > max)
            throw CommonRefusals.TooLong.With(field, text.Length, max).At(field);
        return text;
    }

    /// <summary>
    /// The first character that no text may have: a control character but line ends and tabs, of which databases make different things, or U+FFFE and U+FFFF,
    /// which are no characters and break what compares texts.
    /// </summary>
    /// <returns>The fault, <c>invalid_text</c>; null for a text that can be kept.</returns>
    public static Fault? NoText(string text, string field)
    {
        foreach (var c in text)
            if (c >= '\uFFFE' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
                return CommonRefusals.InvalidText.With(field, (int)c).On(field);
        return null;
    }

    /// <summary>The characters that end a line, in a text or in what a text is put into.</summary>
    public const string LineEnds = "\n\r\u2028\u2029";

    /// <summary>Whether a character is one of <see cref="LineEnds"/>.</summary>
    public static bool EndsLine(char c) => LineEnds.Contains(c);

    /// <summary>Whether nothing of a text can be seen: there is none, or nothing but blanks, characters that only steer others, and letters that fill a place.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? text)
    {
        // Asked of every cell of a file: mostly the first letter says it.
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (
                !Rune.IsWhiteSpace(rune)
                && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format
                && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
            )
                return false;
        return true;
    }

    /// <summary>Whether a text has neither a line end nor another character that controls, so that it can stand in a header.</summary>
    public static bool FitsHeader(string text) => !text.Any(c => char.IsControl(c) || EndsLine(c));

    /// <summary>A list within <see cref="Limits.List"/>.</summary>
    /// <exception cref="InvalidValueException"><c>too_many</c>.</exception>
    public static IReadOnlyList<T> List<T>([NotNull] IReadOnlyList<T>? items, string field, int max = Limits.List)
    {
        items ??= [];
        return items.Count <= max ? items : throw CommonRefusals.TooMany.With(field, items.Count, max).At(field);
    }

    /// <summary>Refuses the second of two entries that are the same.</summary>
    /// <param name="key">What has to differ; the error shows it.</param>
    /// <param name="field">Where the entry at a place stands.</param>
    /// <param name="same">When two keys are the same; by their values where left out.</param>
    /// <exception cref="InvalidValueException"><c>duplicate</c>, at the second.</exception>
    public static void Once<T, TKey>(
        IReadOnlyList<T> items,
        Func<T, TKey> key,
        Func<int, string> field,
        IEqualityComparer<TKey>? same = null
    )
    {
        var seen = new HashSet<TKey>(same);
        for (var i = 0; i < items.Count; i++)
            if (key(items[i]) is var found && !seen.Add(found))
                throw CommonRefusals
                    .Duplicate.With(found is Enum code ? Labels.Find(code) ?? Text.Same(Codes.Of(code)) : found)
                    .At(field(i));
    }

    /// <summary>Refuses the second of two items that are the same.</summary>
    /// <exception cref="InvalidValueException"><c>duplicate</c>, at the second.</exception>
    public static void Once<T>(IReadOnlyList<T> items, string field) => Once(items, item => item, i => $"{field}[{i}]");

    /// <summary>A code of a list.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>, with the list.</exception>
    public static string KnownCode(string code, string field, IEnumerable<string> known)
    {
        if (known.Contains(code))
            return code;
        var list = string.Join(", ", known);
        throw CommonRefusals.UnknownCode.With(code, list).At(field);
    }

    /// <summary>A date that spreadsheets know and that can be reckoned with: <see cref="Limits.FirstDay"/> to <see cref="Limits.LastDay"/>.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>.</exception>
    public static DateOnly Day(DateOnly date, string field) =>
        date <= Limits.LastDay
            ? NotBefore(date, Limits.FirstDay, field, CommonRefusals.TooEarly)
            : throw CommonRefusals.TooLate.With(field, date, Limits.LastDay).At(field);

    /// <inheritdoc cref="Day(DateOnly, string)" />
    public static DateOnly? Day(DateOnly? date, string field) => date is { } day ? Day(day, field) : null;

    /// <summary>A date that has come: today in UTC at the latest.</summary>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>.</exception>
    public static DateOnly NotInFuture(DateOnly date, DateTimeOffset now, string field) =>
        date <= now.Today() ? date : throw CommonRefusals.DateInFuture.With(field, date, now.Today()).At(field);

    /// <summary>A date that is not before another one.</summary>
    /// <param name="refusal">Its sentence takes the field, the date and the floor.</param>
    /// <exception cref="InvalidValueException"><paramref name="refusal"/>.</exception>
    public static DateOnly NotBefore(DateOnly date, DateOnly floor, string field, Refusal refusal) =>
        date >= floor ? date : throw refusal.With(field, date, floor).At(field);

    /// <summary>The calendar day of an instant, in UTC: the one calendar the product knows.</summary>
    public static DateOnly Today(this DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
