using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Dates, months and amounts in the forms that real grant files have.</summary>
internal static partial class Cells
{
    /// <summary>Whether every database can keep a text as it is: NUL and halves of surrogate pairs, which a workbook may hold as escapes, are no text.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i))
                return false;
            i++;
        }
        return true;
    }

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-ddK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss zzz",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "d/M/yyyy",
        "d/M/yyyy HH:mm",
        "d/M/yyyy HH:mm:ss",
        "d-M-yyyy",
        "d.M.yyyy",
        "yyyy/M/d",
        "yyyy/M/d HH:mm",
        "yyyy/M/d HH:mm:ss",
        "d MMMM yyyy",
        "d MMM yyyy",
        "MMMM d, yyyy",
        "MMM d, yyyy",
        "M/yyyy",
        "yyyy-MM",
        "MMMM yyyy",
        "MMM yyyy",
    ];

    private static readonly string[] FrenchMonths =
    [
        .. "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".Split(' '),
        .. "janv fevr mars avr mai juin juil aout sept oct nov dec".Split(' '),
    ];

    /// <summary>What the error of an unreadable date names.</summary>
    public static readonly Text DateExpected = new(
        "yyyy-MM-dd, dd/MM/yyyy, 31 March 2014 or MM/yyyy is expected",
        "aaaa-MM-jj, jj/MM/aaaa, 31 mars 2014 ou MM/aaaa est attendu"
    );

    /// <summary>A day; of a month alone its first. Day before month, as the standard's funders write. Null when it is none, or not within 1900 to 2999.</summary>
    /// <param name="form">The only form, as <c>dd/MM/yyyy</c>; null for those that files usually have.</param>
    public static DateOnly? Date(string text, string? form = null) =>
        // With its offset: a day is the one that the file writes, wherever this program runs.
        DateTimeOffset.TryParseExact(
            form is null ? English(Zoned().Replace(text, "")) : text,
            form is null ? DateForms : [form],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal,
            out var date
        ) && date.Year is >= 1900 and <= 2999
            ? DateOnly.FromDateTime(date.DateTime)
            : null;

    /// <summary>The pattern of a form as people write it, <c>dd/MM/yyyy</c> or <c>jj/mm/aaaa</c>; null for what is no form of a date.</summary>
    public static string? DatePattern(string form)
    {
        var pattern = form.ToLowerInvariant().Replace('j', 'd').Replace('a', 'y').Replace('m', 'M');
        if (!DateForm().IsMatch(pattern))
            return null;
        return pattern.Replace("dd", "d", StringComparison.Ordinal).Replace("MM", "M", StringComparison.Ordinal);
    }

    /// <summary><c>12 months</c>, <c>12</c>; null for <c>Undefined</c> and anything else.</summary>
    public static int? Months(string text)
    {
        var match = MonthsForm().Match(text);
        return
            match.Success
            && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is > 0 and <= 600 and var months
            ? months
            : null;
    }

    [GeneratedRegex(@"^\s*(\d{1,4})(?:\.0+)?\s*(?:months?|mois)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex MonthsForm();

    // 8 janvier 2019, 1er mars 2019: the months in French, behind the day.
    private static string English(string text)
    {
        var match = FrenchDay().Match(text);
        if (!match.Success)
            return text;
        var month = Array.IndexOf(FrenchMonths, Folded.Of(match.Groups[2].Value).TrimEnd('.'));
        return month < 0
            ? text
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{match.Groups[1].Value}/{month % 12 + 1}/{match.Groups[3].Value}"
            );
    }

    // Day, month and year, each once, in any order.
    [GeneratedRegex(@"^(?=[^d]*d{1,2}[^d]*$)(?=[^M]*M{1,2}[^M]*$)(?=[^y]*(?:yy){1,2}[^y]*$)[dMy./ -]+$")]
    private static partial Regex DateForm();

    // The name of a zone behind its offset, as some languages write it.
    [GeneratedRegex(@"\s*\[[\w/+-]+\]$")]
    private static partial Regex Zoned();

    [GeneratedRegex(@"^\s*(\d{1,2})(?:er)?\s+(\p{L}+\.?)\s+(\d{4})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchDay();
}
