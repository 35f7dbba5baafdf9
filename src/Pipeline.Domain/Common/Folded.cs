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
    /// Lower case, accents dropped: <c>Économie</c> gives <c>economie</c>. Put together again where no accent was: a Korean syllable stays one character and
    /// not three, so that what is kept is never longer than twice the text.
    /// </summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                letters.Append(char.ToLowerInvariant(c));
        var folded = letters.ToString().Normalize(NormalizationForm.FormC);
        // Musical notes alone come apart into more, and for good: they are kept as they are.
        return folded.Length <= 2 * text.Length ? folded : text.ToLowerInvariant();
    }
}
