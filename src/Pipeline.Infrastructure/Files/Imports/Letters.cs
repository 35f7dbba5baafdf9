namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Tells words of western languages, French above all, from what the wrong encoding makes of them.</summary>
internal static class Letters
{
    private const string French = "àâäçéèêëîïôöùûüÿœæ";

    private const string Western = "áãåìíðñòóõøúýþßšžāăąćčďđēęěğīįķĺļľłńņňŏőŕřśşťţūůűųźż";

    // Around words and numbers, never within a word.
    private const string Signs = "«»“”‘’‚„…–—€£°§·•™®©²³¹½¼¾´¨¿¡ºª×±‰†\u00A0\u202F\u00AD";

    private const string Opening = "«“‘–—€£§·¿¡\u00A0\u202F";

    private const string Closing = "»”’…€£°™®©²³¹½¼¾ºª\u00A0\u202F\u00AD";

    private static readonly HashSet<string> Words =
    [
        .. "à À où là ça été très même après École Écoles Éducation État États Étude Études Église Égalité Énergie Équipe".Split(
            ' '
        ),
        .. "Équipement Événement Événements Évaluation Éveil Éditions Économie Électricité Élan Éclaireurs Étoile Île Îles".Split(
            ' '
        ),
    ];

    /// <summary>How much sense a word makes, which has at least one character beyond ASCII.</summary>
    public static Sense GradeOf(string word)
    {
        if (Words.Contains(word))
            return Sense.Known;
        var sense = Sense.Likely;
        for (var i = 0; i < word.Length && sense > Sense.None; i++)
            if (word[i] > 0x7F)
                sense = (Sense)Math.Min((int)sense, (int)GradeOf(word, i));
        return sense;
    }

    private static Sense GradeOf(string word, int i)
    {
        var c = word[i];
        if (!char.IsLetter(c) || Signs.Contains(c, StringComparison.Ordinal))
            return SignGrade(word, i);
        var known =
            French.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal) ? Sense.Likely
            : Western.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal) ? Sense.Possible
            : Sense.None;
        var (before, after) = (LetterAt(word, i - 1), LetterAt(word, i + 1));
        // By itself stands a short word, or the initial of a name.
        if (before is null && after is null && c is not ('É' or 'È'))
            return (Sense)Math.Min((int)known, (int)Sense.Possible);
        if (char.IsUpper(c))
            // Within small letters no capital stands, nor between a capital and a small one.
            return before is { } letter && (char.IsLower(letter) || (after is { } small && char.IsLower(small)))
                ? Sense.None
                : known;
        // Behind two capitals, or before one, stands no small letter.
        if (after is { } next && char.IsUpper(next))
            return Sense.None;
        return before is { } one && char.IsUpper(one) && LetterAt(word, i - 2) is { } two && char.IsUpper(two)
            ? Sense.None
            : known;
    }

    private static Sense SignGrade(string word, int i)
    {
        var c = word[i];
        if (!Signs.Contains(c, StringComparison.Ordinal))
            return Sense.None;
        var (before, after) = (LetterAt(word, i - 1), LetterAt(word, i + 1));
        if (before is null && after is null)
            return Sense.Likely;
        if (before is null || after is null)
            return (before is null ? Opening : Closing).Contains(c, StringComparison.Ordinal)
                ? Sense.Likely
                : Sense.Possible;
        return c switch
        {
            '’' => Sense.Likely,
            // Paris–Lyon, and words that an invisible sign parts or joins.
            // Citoyen•ne•s.
            '–' or '—' or '·' or '•' or '…' or '\u00A0' or '\u202F' or '\u00AD' => Sense.Possible,
            _ => Sense.None,
        };
    }

    private static char? LetterAt(string word, int i) =>
        i >= 0 && i < word.Length && char.IsLetter(word[i]) ? word[i] : null;
}
