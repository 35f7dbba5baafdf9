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

    /// <summary>The sentence with its placeholders filled.</summary>
    /// <param name="values">
    /// In the order of the placeholders: a <see cref="Text"/> in the language that it stands in, a decimal number and a day as that language writes them, all else alike in both.
    /// </param>
    public Text With(params object?[] values) => new(Filled(Language.En, values), Filled(Language.Fr, values));

    /// <summary>The same words in both languages: names, codes, figures.</summary>
    public static Text Same(string words) => new(words, words);

    /// <summary>One after the other, with commas or what else stands between them.</summary>
    public static Text Joined(IEnumerable<Text> texts, string between = ", ")
    {
        var all = texts.ToList();
        return new(string.Join(between, all.Select(t => t.En)), string.Join(between, all.Select(t => t.Fr)));
    }

    /// <summary>Each on a line of its own.</summary>
    public static Text Lines(IEnumerable<Text> texts) => Joined(texts, "\n");

    private string Filled(Language language, object?[] values) =>
        string.Format(
            CultureInfo.InvariantCulture,
            In(language),
            Array.ConvertAll(
                values,
                v =>
                    v switch
                    {
                        Text text => text.In(language),
                        decimal number => Figures.Plain(number).In(language),
                        DateOnly day => Figures.Day(day).In(language),
                        _ => v,
                    }
            )
        );
}
