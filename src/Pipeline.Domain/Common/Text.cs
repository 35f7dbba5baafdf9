using System.Buffers;
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
    private readonly Action<IBufferWriter<char>, Language>? _parts;

    /// <summary>A sentence that is there already.</summary>
    /// <param name="en">The English sentence.</param>
    /// <param name="fr">The French sentence, in the field's own terms.</param>
    public Text(string en, string fr) => (_en, _fr) = (en, fr);

    private Text(Func<Language, string> words) => _words = words;

    private Text(Action<IBufferWriter<char>, Language> parts) => _parts = parts;

    /// <summary>The English sentence.</summary>
    public string En
    {
        get => In(Language.En);
        // Told apart from what is worked out, which is not stored.
        init => (_en, _fr, _words, _parts) = (value, Fr, null, null);
    }

    /// <summary>The French sentence, in the field's own terms.</summary>
    public string Fr
    {
        get => In(Language.Fr);
        init => (_en, _fr, _words, _parts) = (En, value, null, null);
    }

    /// <summary>The sentence in one language.</summary>
    public string In(Language language)
    {
        if (_parts is null)
            return Whole(language);
        var words = new ArrayBufferWriter<char>();
        _parts(words, language);
        return words.WrittenSpan.ToString();
    }

    /// <summary>Writes the sentence in one language: of what is put together no string is made before.</summary>
    public void WriteTo(IBufferWriter<char> target, Language language)
    {
        if (_parts is null)
            target.Write(Whole(language));
        else
            _parts(target, language);
    }

    /// <summary>The sentence with its placeholders filled, when somebody reads it.</summary>
    /// <param name="values">
    /// In the order of the placeholders, none of which changes any more: a <see cref="Text"/> in the language that it stands in, a decimal number and a day as that language
    /// writes them, all else alike in both.
    /// </param>
    public Text With(params object?[] values) =>
        new((target, language) => Fill(target, In(language), language, values));

    /// <summary>The same words in both languages: names, codes, figures.</summary>
    public static Text Same(string words) => new(words, words);

    /// <summary>A sentence that is put together when somebody reads it.</summary>
    /// <param name="words">Says it in a language, the same each time.</param>
    public static Text Made(Func<Language, string> words) => new(words);

    /// <summary>One after the other, with commas or what else stands between them.</summary>
    public static Text Joined(IEnumerable<Text> texts, string between = ", ")
    {
        Text[] all = [.. texts];
        return new(
            (target, language) =>
            {
                for (var i = 0; i < all.Length; i++)
                {
                    if (i > 0)
                        target.Write(between);
                    all[i].WriteTo(target, language);
                }
            }
        );
    }

    /// <summary>Each on a line of its own.</summary>
    public static Text Lines(IEnumerable<Text> texts) => Joined(texts, "\n");

    /// <summary>Whether both say the same in both languages.</summary>
    public bool Equals(Text? other) => other is not null && En == other.En && Fr == other.Fr;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(En, Fr);

    private string Whole(Language language) =>
        _words is { } words ? words(language)
        : language == Language.Fr ? _fr
        : _en;

    private static void Fill(IBufferWriter<char> target, ReadOnlySpan<char> form, Language language, object?[] values)
    {
        for (int i; (i = form.IndexOfAny('{', '}')) >= 0; )
        {
            target.Write(form[..i]);
            form = form[i..];
            // A brace that is one is written twice.
            if (form.Length > 1 && form[1] == form[0])
            {
                target.Write(form[..1]);
                form = form[2..];
                continue;
            }
            var end = form.IndexOf('}');
            var placeholder = form[1..end];
            var colon = placeholder.IndexOf(':');
            Write(
                target,
                values[int.Parse(colon < 0 ? placeholder : placeholder[..colon], CultureInfo.InvariantCulture)],
                colon < 0 ? null : placeholder[(colon + 1)..].ToString(),
                language
            );
            form = form[(end + 1)..];
        }
        target.Write(form);
    }

    private static void Write(IBufferWriter<char> target, object? value, string? format, Language language)
    {
        switch (value)
        {
            case Text text:
                text.WriteTo(target, language);
                break;
            case decimal number:
                Figures.Plain(number).WriteTo(target, language);
                break;
            case DateOnly day:
                Figures.Day(day).WriteTo(target, language);
                break;
            case IFormattable other:
                target.Write(other.ToString(format, CultureInfo.InvariantCulture));
                break;
            default:
                target.Write(value?.ToString());
                break;
        }
    }
}
