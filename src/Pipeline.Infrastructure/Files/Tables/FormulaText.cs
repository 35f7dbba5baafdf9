using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>
/// Text that a spreadsheet could take for a formula, or for a cell that hides one: it begins with one of <c>= + - @</c>, a tab or a carriage return.
/// In CSV an apostrophe in front makes it text; reading takes one off again, so that what was written comes back as it was.
/// </summary>
internal static partial class FormulaText
{
    /// <summary>Whether the text begins like a formula.</summary>
    public static bool Is(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>Whether the text is a number and nothing else, such as <c>-12.50</c>: harmless, whatever it begins with.</summary>
    public static bool IsPlainNumber(string text) => PlainNumber().IsMatch(text);

    /// <summary>As it is written into CSV.</summary>
    public static string Guarded(string text) => Guardable().IsMatch(text) && !IsPlainNumber(text) ? $"'{text}" : text;

    /// <summary>As it was before <see cref="Guarded"/>.</summary>
    public static string Unguarded(string text) =>
        text.StartsWith('\'') && Guardable().IsMatch(text) ? text[1..] : text;

    // Apostrophes in front count as well, or a text that has one of its own would lose it.
    [GeneratedRegex(@"^'*[=+\-@\t\r]")]
    private static partial Regex Guardable();

    [GeneratedRegex(@"\A[+-]?[0-9]+([.,][0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
