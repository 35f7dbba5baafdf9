using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Parts;

/// <summary>What a sentence with placeholders is made of.</summary>
internal static partial class SentencePieces
{
    /// <summary>Its words, and the values at their places between them.</summary>
    public static IEnumerable<object?> Of(string sentence, IReadOnlyList<object?> values) =>
        Placeholder()
            .Split(sentence)
            .Select((piece, place) => place % 2 == 0 ? piece : values[int.Parse(piece, CultureInfo.InvariantCulture)]);

    /// <summary>A sentence that is written already, with the days in it as days.</summary>
    public static IEnumerable<object> Dated(string sentence, Language language)
    {
        var told = 0;
        foreach (Match match in Written().Matches(sentence))
        {
            if (DayOf(match.Value, language) is not { } day)
                continue;
            yield return sentence[told..match.Index];
            yield return day;
            told = match.Index + match.Length;
        }
        yield return sentence[told..];
    }

    // Whatever day is written so.
    private static DateOnly? DayOf(string written, Language language)
    {
        var number = written.TakeWhile(char.IsAsciiDigit).Count();
        var (day, year) = (
            int.Parse(written.AsSpan(0, number), CultureInfo.InvariantCulture),
            int.Parse(written.AsSpan(written.Length - 4), CultureInfo.InvariantCulture)
        );
        for (var month = 1; year > 0 && month <= 12; month++)
            if (day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                var one = new DateOnly(year, month, day);
                if (Figures.Day(one).In(language) == written)
                    return one;
            }
        return null;
    }

    [GeneratedRegex(@"\b[0-9]{1,2}(?:er)? \p{L}+ [0-9]{4}\b")]
    private static partial Regex Written();

    [GeneratedRegex(@"\{([0-9])\}")]
    private static partial Regex Placeholder();
}
