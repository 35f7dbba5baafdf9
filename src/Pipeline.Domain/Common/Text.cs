using System.Globalization;

namespace Pipeline.Domain.Common;

/// <summary>
/// A sentence in both languages, side by side, so that no text can exist in one alone
/// (docs/adr/0006). The edge picks the language a caller asked for.
/// </summary>
/// <param name="En">The English sentence.</param>
/// <param name="Fr">The French sentence, in the field's own terms.</param>
public sealed record Text(string En, string Fr)
{
    /// <summary>The sentence in one language.</summary>
    public string In(Language language) => language == Language.Fr ? Fr : En;

    /// <summary>The sentence with its placeholders filled, figures alike in both languages.</summary>
    /// <param name="values">In the order of the placeholders; a <see cref="Text"/> in the language that it stands in.</param>
    public Text With(params object?[] values) => new(Filled(Language.En, values), Filled(Language.Fr, values));

    /// <summary>The same words in both languages: names, codes, figures.</summary>
    public static Text Same(string words) => new(words, words);

    private string Filled(Language language, object?[] values) =>
        string.Format(
            CultureInfo.InvariantCulture,
            In(language),
            Array.ConvertAll(values, v => v is Text text ? text.In(language) : v)
        );
}
