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

    /// <summary>The same words in both languages: names, codes, figures.</summary>
    public static Text Same(string words) => new(words, words);
}
