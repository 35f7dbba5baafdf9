using System.Text;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// Characters that control a printer and are no text. Those from U+0080 to U+009F are, wherever they come from, letters and signs of Windows-1252 that a program
/// took over byte by byte: they are given back. The others have no meaning and are dropped.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>The text without them; null where it has none. NUL stays, for whoever refuses it.</summary>
    public static string? Clean(string text)
    {
        if (!text.Any(IsControl))
            return null;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!IsControl(c))
                clean.Append(c);
            else if (c is >= '\u0080' and <= '\u009F' && Meant(c) is { } meant)
                clean.Append(meant);
        return clean.ToString();
    }

    /// <summary>The text on one line, with a blank for each line end and the blanks around it; null where it has none.</summary>
    public static string? OneLine(string text) =>
        text.Any(Guard.EndsLine)
            ? string.Join(
                ' ',
                text.Split(
                    Guard.LineEnds.ToCharArray(),
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            )
            : null;

    private static bool IsControl(char c) =>
        c >= '\uFFFE' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\0'));

    private static char? Meant(char c)
    {
        var letter = Encoding.GetEncoding(1252).GetString([(byte)c])[0];
        return char.IsControl(letter) ? null : letter;
    }
}
