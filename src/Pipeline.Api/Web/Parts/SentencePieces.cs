using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Api.Web.Parts;

/// <summary>What a sentence with placeholders is made of.</summary>
internal static partial class SentencePieces
{
    /// <summary>Its words, and the values at their places between them.</summary>
    public static IEnumerable<object?> Of(string sentence, IReadOnlyList<object?> values) =>
        Placeholder()
            .Split(sentence)
            .Select((piece, place) => place % 2 == 0 ? piece : values[int.Parse(piece, CultureInfo.InvariantCulture)]);

    [GeneratedRegex(@"\{([0-9])\}")]
    private static partial Regex Placeholder();
}
