using System.Globalization;
using System.Text;

namespace Pipeline.Domain.Common;

/// <summary>
/// Text without case and accents, kept beside the text itself: all databases then find and order the same,
/// whatever their collations say.
/// </summary>
public static class Folded
{
    /// <summary>
    /// Lower case, accents dropped, ligatures taken apart: <c>Économie</c> gives <c>economie</c>, <c>Œuvre</c> gives <c>oeuvre</c>. Put together again where no accent was: a Korean syllable stays one character and
    /// not three, so that what is kept is never longer than twice the text.
    /// </summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in Normal(text).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                _ = Ligature(c) is { } two ? letters.Append(two) : letters.Append(char.ToLowerInvariant(c));
        var folded = letters.ToString().Normalize(NormalizationForm.FormC);
        // Musical notes alone come apart into more, and for good: they are kept as they are.
        return folded.Length <= 2 * text.Length ? folded : text.ToLowerInvariant();
    }

    // Letters that are two in one: people look for <c>oeuvre</c> and mean <c>œuvre</c>, and dictionaries put it there. Migrations that were made for these hold
    // the same list.
    private static string? Ligature(char c) =>
        c switch
        {
            'œ' or 'Œ' => "oe",
            'æ' or 'Æ' => "ae",
            'ß' or 'ẞ' => "ss",
            'ĳ' or 'Ĳ' => "ij",
            _ => null,
        };

    /// <summary>The text as it can be normalised: half a surrogate pair and U+FFFE, which a file or a form may hold, are no characters, and each becomes the sign of a lost one.</summary>
    public static string Normal(string text)
    {
        var whole = text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;
        return whole.Replace('\uFFFE', '\uFFFD');
    }
}
