using System.Buffers;
using System.Text;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>What text may be in a cell, whoever wrote it.</summary>
public static class CellText
{
    /// <summary>The most characters that Excel keeps in a cell.</summary>
    public const int Most = 32_767;

    /// <summary>Without the control characters that XML cannot hold, and cut with an ellipsis where Excel would cut it without a word.</summary>
    public static string Clean(string text) => IsClean(text) ? text : Cleaned(text);

    /// <summary>The same of what is not a string.</summary>
    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> text) => IsClean(text) ? text : Cleaned(text);

    // Most text is clean, which is seen at once; letters beyond the surrogates are looked at one by one with them.
    private static bool IsClean(ReadOnlySpan<char> text) =>
        text.Length <= Most && !text.ContainsAny(Controls) && !text.ContainsAnyInRange('\uD800', '\uFFFF');

    private static string Cleaned(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (!char.IsSurrogate(c) && (c >= ' ' || c is '\t' or '\n' or '\r') && c is not ('\uFFFE' or '\uFFFF'))
                clean.Append(c);
        }
        return clean.Length <= Most ? clean.ToString() : clean.ToString(0, Most - 1) + "…";
    }

    // Those that XML cannot hold: lines may end, and be indented.
    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(c => (char)c).Except("\t\n\r"),
    ]);
}
