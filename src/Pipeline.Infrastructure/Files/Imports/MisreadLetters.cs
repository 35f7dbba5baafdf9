using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// Letters of UTF-8 that a program had read byte by byte before it wrote the file: <c>Ã©</c> for <c>é</c>, <c>â€™</c> for <c>’</c>. Nobody writes these
/// pairs of signs, so that what they stand for is certain.
/// </summary>
internal static partial class MisreadLetters
{
    // Some were read wrongly twice.
    private const int Times = 3;

    // The second half of a letter, as Windows-1252 and Latin 1 show it.
    private const string Half =
        @"[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]";

    /// <summary>The text with the letters that were meant; null where it has none of these pairs.</summary>
    public static string? Restore(string text)
    {
        var restored = text;
        for (var i = 0; i < Times && Pairs().IsMatch(restored); i++)
            restored = Pairs()
                .Replace(restored, pair => EndsCapitals(restored, pair.Index) ? pair.Value : Meant(pair.Value));
        return restored == text ? null : restored;
    }

    // «IRMÃ»: behind capitals a capital of Portuguese, before a quotation mark, is itself.
    private static bool EndsCapitals(string text, int at) =>
        at >= 2 && char.IsUpper(text[at - 1]) && char.IsUpper(text[at - 2]) && text[at] == 'Ã' && text[at + 1] == '»';

    private static string Meant(string pair)
    {
        try
        {
            return FileEncoding.Utf8.Strict.GetString([.. pair.Select(Byte)]);
        }
        catch (DecoderFallbackException)
        {
            return pair;
        }
    }

    private static byte Byte(char c) => c <= '\u00FF' ? (byte)c : FileEncoding.Windows1252.Strict.GetBytes([c])[0];

    // Signs and letters of Latin 1, those from â€ and â‚ on (quotation marks, dashes, the euro), œ and Œ within a word.
    [GeneratedRegex("[ÂÃ]" + Half + "|â[€‚\u0080\u0082]" + Half + "|Å[“’](?=\\p{L})")]
    private static partial Regex Pairs();
}
