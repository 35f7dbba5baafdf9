using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Identity;

/// <summary>
/// Knows passwords that are guessed first: a list of them (CommonPasswords.txt), whatever is made of one or two everyday words and digits,
/// runs over the alphabet or the keyboard, and a few characters repeated. Compared without case, accents, signs and the usual
/// replacements (<c>P@ssw0rd</c>).
/// </summary>
internal static class CommonPasswords
{
    // A password is a walk when three quarters of its steps go to a neighbour.
    private const double WalkShare = 0.75;

    private const int FewCharacters = 4,
        MostWords = 2;

    private static readonly string[] Rows =
    [
        "0123456789",
        "1234567890",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "azertyuiop",
        "qsdfghjklm",
        "wxcvbn",
        "qwertzuiop",
        "yxcvbnm",
        "1qaz",
        "2wsx",
        "3edc",
        "4rfv",
        "5tgb",
        "6yhn",
        "7ujm",
        "147",
        "258",
        "369",
        "159",
        "357",
    ];

    private static readonly HashSet<(char, char)> Neighbours =
    [
        .. Rows.SelectMany(row => row.Zip(row[1..])).SelectMany(p => new[] { p, (p.Second, p.First) }),
    ];

    private static readonly HashSet<string> Entries = Read();

    public static bool Contains(string password)
    {
        var folded = Folded.Of(password);
        foreach (var form in new[] { Kept(folded), Kept(Unreplaced(folded)) }.Distinct())
        {
            if (Entries.Contains(form) || form.Distinct().Count() <= FewCharacters || IsWalk(form))
                return true;
            if (IsWords(string.Concat(form.Where(char.IsLetter))))
                return true;
        }
        // The digits around a word stay digits when only the word itself has replacements: p4ssword2026.
        return IsWords(Kept(Unreplaced(folded.TrimEnd([.. "0123456789!?.*#-_ "]))));
    }

    /// <summary>Letters and digits alone.</summary>
    public static string Kept(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Unreplaced(string folded) =>
        string.Concat(
            folded.Select(c =>
                c switch
                {
                    '0' => 'o',
                    '1' or '!' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    _ => c,
                }
            )
        );

    private static bool IsWalk(string text) =>
        text.Length > 1
        && text.Zip(text.Skip(1)).Count(step => step.First == step.Second || Neighbours.Contains(step))
            >= WalkShare * (text.Length - 1);

    // Nothing but words of the list, of which two at most differ: passwordpassword, welcomeadmin.
    private static bool IsWords(string text) => text.Length > 0 && IsWords(text, []);

    private static bool IsWords(string rest, IReadOnlyList<string> words)
    {
        if (rest.Length == 0)
            return true;
        for (var length = rest.Length; length >= 3; length--)
            if (
                Entries.TryGetValue(rest[..length], out var word)
                && words.Append(word).Distinct().Count() is var different and <= MostWords
                && IsWords(rest[length..], different == words.Count ? words : [.. words.Append(word).Distinct()])
            )
                return true;
        return false;
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(
            typeof(CommonPasswords),
            "CommonPasswords.txt"
        )!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
