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
    /// Lower case, accents dropped: <c>Économie</c> gives <c>economie</c>. What is no accent is put together again, so that a Korean syllable stays one
    /// character; only signs that Unicode never puts together (notes of music) come out longer than they went in.
    /// </summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The folded form of a name, within what a database's index holds (<see cref="Limits.NameKey"/>).</summary>
    /// <exception cref="InvalidValueException"><c>too_long</c>.</exception>
    public static string KeyOf(string name, string field)
    {
        var key = Of(name);
        return key.Length <= Limits.NameKey
            ? key
            : throw InvalidValueException.Of(
                field,
                "too_long",
                new(
                    $"{field} takes {key.Length} characters to be found and sorted by; at most {Limits.NameKey} are accepted.",
                    $"{field} demande {key.Length} caractères pour être recherché et trié ; {Limits.NameKey} au plus sont acceptés."
                )
            );
    }
}
