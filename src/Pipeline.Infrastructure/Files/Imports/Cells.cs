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
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "d/M/yyyy",
        "d/M/yyyy HH:mm",
        "d/M/yyyy HH:mm:ss",
        "d-M-yyyy",
        "d.M.yyyy",
        "yyyy/M/d",
        "d MMMM yyyy",
        "d MMM yyyy",
        "MMMM d, yyyy",
        "MMM d, yyyy",
        "M/yyyy",
        "yyyy-MM",
        "MMMM yyyy",
        "MMM yyyy",
    ];

    /// <summary>What the error of an unreadable date names.</summary>
    public static readonly Text DateExpected = new(
        "yyyy-MM-dd, dd/MM/yyyy, 31 March 2014 or MM/yyyy is expected",
        "aaaa-MM-jj, jj/MM/aaaa, 31 March 2014 ou MM/aaaa est attendu"
    );

    /// <summary>A day; of a month alone its first. Day before month, as the standard's funders write. Null when it is none, or not within 1900 to 2999.</summary>
    public static DateOnly? Date(string text) =>
        // With its offset: a day is the one that the file writes, wherever this program runs.
        DateTimeOffset.TryParseExact(
            text,
            DateForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal,
            out var date
        ) && date.Year is >= 1900 and <= 2999
            ? DateOnly.FromDateTime(date.DateTime)
            : null;

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

    /// <summary>Digits with a decimal point; thousands by commas or spaces in their places, a currency sign in front. Null when it is no number.</summary>
    public static decimal? Amount(string text)
    {
        var bare = text.TrimStart('£', '€', '$').Trim();
        if (!AmountForm().IsMatch(bare))
            return null;
        return decimal.TryParse(
            bare.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var amount
        )
            ? amount / 1.0000000000000000000000000000m
            : null;
    }

    [GeneratedRegex(@"^\s*(\d{1,4})(?:\.0+)?\s*(?:months?|mois)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex MonthsForm();

    [GeneratedRegex(@"^-?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.\d+)?$")]
    private static partial Regex AmountForm();
}
