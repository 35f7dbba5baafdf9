using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Reports.Tables;

/// <summary>What text may be in a cell, whoever wrote it.</summary>
public static partial class CellText
{
    /// <summary>The most characters that Excel keeps in a cell.</summary>
    public const int Most = 32_767;

    /// <summary>Without the control characters that XML cannot hold, and cut with an ellipsis where Excel would cut it without a word.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else if (!char.IsSurrogate(c) && (c >= ' ' || c is '\t' or '\n' or '\r') && c is not ('\uFFFE' or '\uFFFF')) clean.Append(c);
        }
        return clean.Length <= Most ? clean.ToString() : clean.ToString(0, Most - 1) + "…";
    }

    /// <summary>
    /// Whether a spreadsheet could take the text for a formula, or for a cell that hides one: it begins with one of <c>= + - @</c>, a tab or a carriage return.
    /// </summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>Whether the text is a number and nothing else, such as <c>-12.50</c>: harmless, whatever it begins with.</summary>
    public static bool IsPlainNumber(string text) => PlainNumber().IsMatch(text);

    [GeneratedRegex(@"\A[+-]?[0-9]+([.,][0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
