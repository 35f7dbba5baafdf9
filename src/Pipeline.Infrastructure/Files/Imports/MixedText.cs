using System.Text;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// A text that is not UTF-8 throughout, word by word: a word that is UTF-8 is read so, every other one in the one encoding of old programs in which all of them
/// make sense. Where two make sense and give different letters, or a word makes more sense in another one, nothing is certain.
/// </summary>
internal static class MixedText
{
    /// <summary>What came out.</summary>
    /// <param name="Text">Empty where something is uncertain.</param>
    /// <param name="Legacy">What the words are written in that are not UTF-8.</param>
    /// <param name="IsMixed">Whether others are UTF-8.</param>
    /// <param name="Uncertain">The rows that can be read in several ways, or in none.</param>
    public sealed record Reading(string Text, FileEncoding? Legacy, bool IsMixed, IReadOnlyList<int> Uncertain);

    // The bytes as text, one character each, so that a word that comes often is judged once.
    private readonly record struct Word(int Start, int End, int Row, string Bytes);

    public static Reading Read(byte[] content, FileEncoding? given)
    {
        var words = Words(content);
        var (wide, narrow, unclear) = (new List<Word>(), new List<Word>(), new List<int>());
        foreach (var word in words)
        {
            var bytes = content.AsSpan(word.Start..word.End);
            if (!System.Text.Unicode.Utf8.IsValid(bytes))
                narrow.Add(word);
            else if (Letters.GradeOf(Encoding.UTF8.GetString(bytes)) != Sense.None)
                wide.Add(word);
            else
                unclear.Add(word.Row);
        }
        var distinct = narrow.Select(w => w.Bytes).Distinct().ToList();
        var candidates = given is null ? Surviving(distinct) : [given];
        if (candidates.Count == 0 || unclear.Count > 0)
            return new("", null, false, Rows(narrow, unclear));
        var chosen = given ?? Best(distinct, candidates);
        if (chosen is null)
            return new("", null, false, Rows(narrow, unclear, candidates));
        if (given is null && distinct.Where(w => IsBetterElsewhere(w, chosen)).ToHashSet() is { Count: > 0 } doubtful)
            return new(
                "",
                null,
                false,
                [.. narrow.Where(w => doubtful.Contains(w.Bytes)).Select(w => w.Row).Distinct().Order()]
            );
        return Decoded(content, narrow, chosen, wide.Count > 0);
    }

    private static Reading Decoded(byte[] content, List<Word> narrow, FileEncoding encoding, bool mixed)
    {
        var text = new StringBuilder(content.Length);
        var (strict, from) = (encoding.Strict, 0);
        foreach (var word in narrow)
        {
            text.Append(Encoding.UTF8.GetString(content, from, word.Start - from));
            try
            {
                text.Append(strict.GetString(content, word.Start, word.End - word.Start));
            }
            catch (DecoderFallbackException)
            {
                return new("", null, false, [word.Row]);
            }
            from = word.End;
        }
        text.Append(Encoding.UTF8.GetString(content, from, content.Length - from));
        return new(text.ToString(), encoding, mixed, []);
    }

    // Those in which every word makes sense.
    private static List<FileEncoding> Surviving(List<string> words) =>
        [.. FileEncoding.Legacy.Where(e => words.TrueForAll(w => Grade(w, e) != Sense.None))];

    // Of several the one that is clearly better in every word in which they differ; where they do not differ, it does not matter.
    private static FileEncoding? Best(List<string> words, List<FileEncoding> candidates) =>
        candidates.Find(e =>
            candidates.TrueForAll(other =>
                other == e || words.TrueForAll(w => Text(w, e) == Text(w, other) || Grade(w, e) - Grade(w, other) >= 2)
            )
        );

    // Somebody else wrote the word, in another program: or the few letters that Latin 9 has in the place of signs are meant.
    private static bool IsBetterElsewhere(string word, FileEncoding chosen)
    {
        var (text, grade) = (Text(word, chosen), Grade(word, chosen));
        return FileEncoding.Legacy.Any(e => Text(word, e) != text && Grade(word, e) > grade)
            || (
                chosen == FileEncoding.Windows1252
                && Text(word, FileEncoding.Latin9) != text
                && Grade(word, FileEncoding.Latin9) >= grade
            );
    }

    private static List<int> Rows(List<Word> narrow, List<int> unclear, IReadOnlyList<FileEncoding>? candidates = null)
    {
        // In none of them all make sense: the words that the most usual does not explain are where to look. In several: all that differ.
        var odd = narrow.Where(w =>
            candidates is null
                ? FileEncoding.Legacy.All(e => Grade(w.Bytes, e) == Sense.None)
                : candidates.Select(e => Text(w.Bytes, e)).Distinct().Count() > 1
        );
        var rows = odd.Select(w => w.Row).Concat(unclear).Distinct().Order().ToList();
        return rows.Count > 0 ? rows : [.. narrow.Select(w => w.Row).Distinct().Order()];
    }

    private static Sense Grade(string word, FileEncoding encoding) =>
        Text(word, encoding) is { } text ? Letters.GradeOf(text) : Sense.None;

    private static string? Text(string word, FileEncoding encoding)
    {
        try
        {
            return encoding.Strict.GetString(Encoding.Latin1.GetBytes(word));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Letters and bytes beyond ASCII that stand together, where at least one is beyond.
    private static List<Word> Words(ReadOnlySpan<byte> content)
    {
        var words = new List<Word>();
        var rows = new LogicalRows.Counter();
        for (var i = 0; i < content.Length; )
        {
            if (!IsLetter(content[i]))
            {
                rows.Take(content[i++]);
                continue;
            }
            var start = i;
            while (i < content.Length && IsLetter(content[i]))
                i++;
            if (content[start..i].ContainsAnyInRange((byte)0x80, (byte)0xFF))
                words.Add(new(start, i, rows.Row, Encoding.Latin1.GetString(content[start..i])));
        }
        return words;
    }

    private static bool IsLetter(byte b) => b >= 0x80 || char.IsAsciiLetter((char)b);
}
