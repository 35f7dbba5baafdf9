using System.Globalization;

namespace Pipeline.Domain.Common;

/// <summary>
/// A sentence in both languages, side by side, so that no text can exist in one alone
/// (docs/adr/0006). The edge picks the language a caller asked for, and only then is a sentence with figures put together, in that language alone (docs/adr/0069).
/// </summary>
public sealed record Text
{
    private readonly string _en = "",
        _fr = "";
    private readonly Func<Language, string>? _words;

    /// <summary>A sentence that is there already.</summary>
    /// <param name="en">The English sentence.</param>
    /// <param name="fr">The French sentence, in the field's own terms.</param>
    public Text(string en, string fr) => (_en, _fr) = (en, fr);

    private Text(Func<Language, string> words) => _words = words;

    /// <summary>The English sentence.</summary>
    public string En
    {
        get => In(Language.En);
        // Told apart from what is worked out, which is not stored.
        init => (_en, _fr, _words) = (value, Fr, null);
    }

    /// <summary>The French sentence, in the field's own terms.</summary>
    public string Fr
    {
        get => In(Language.Fr);
        init => (_en, _fr, _words) = (En, value, null);
    }

    /// <summary>The sentence in one language.</summary>
    public string In(Language language) =>
        _words is { } words ? words(language)
        : language == Language.Fr ? _fr
        : _en;

    /// <summary>The sentence with its placeholders filled, when somebody reads it.</summary>
    /// <param name="values">
    /// In the order of the placeholders, none of which changes any more: a <see cref="Text"/> in the language that it stands in, a decimal number and a day as that language
    /// writes them, all else alike in both.
    /// </param>
    public Text With(params object?[] values) => Made(language => Filled(language, values));

    /// <summary>The same words in both languages: names, codes, figures.</summary>
    public static Text Same(string words) => new(words, words);

    /// <summary>A sentence that is put together when somebody reads it.</summary>
    /// <param name="words">Says it in a language, the same each time.</param>
    public static Text Made(Func<Language, string> words) => new(words);

    /// <summary>One after the other, with commas or what else stands between them.</summary>
    public static Text Joined(IEnumerable<Text> texts, string between = ", ")
    {
        var all = texts.ToList();
        return Made(language => string.Join(between, all.Select(t => t.In(language))));
    }

    /// <summary>Each on a line of its own.</summary>
    public static Text Lines(IEnumerable<Text> texts) => Joined(texts, "\n");

    /// <summary>Whether both say the same in both languages.</summary>
    public bool Equals(Text? other) => other is not null && En == other.En && Fr == other.Fr;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(En, Fr);

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
