using System.Text.RegularExpressions;

namespace Pipeline.Infrastructure.Reports.Tables;

/// <summary>
/// Text in CSV that a spreadsheet would take for a formula. An apostrophe in front makes it text; reading takes one off again, so that what was written comes back as it was.
/// </summary>
internal static partial class FormulaText
{
    /// <summary>As it is written into CSV.</summary>
    public static string Guarded(string text) => Formula().IsMatch(text) ? $"'{text}" : text;

    /// <summary>As it was before <see cref="Guarded"/>.</summary>
    public static string Unguarded(string text) => text.StartsWith('\'') && Formula().IsMatch(text) ? text[1..] : text;

    // Apostrophes in front count as well, or a text that has one of its own would lose it.
    [GeneratedRegex(@"^'*[=+\-@\t\r]")]
    private static partial Regex Formula();
}
