namespace Pipeline.Domain.Common;

/// <summary>What somebody probably meant who wrote a name that is not known.</summary>
public static class Nearest
{
    /// <summary>The known name that takes the fewest changes of letters, case aside; the first of equals.</summary>
    /// <returns>Null where nothing is known.</returns>
    public static string? Of(string written, IEnumerable<string> known) =>
        known
            .OrderBy(name => Distance(written.ToUpperInvariant(), name.ToUpperInvariant()))
            .ThenBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>The nearest known name, where it is near enough to have been meant: a slip, or a name that begins so.</summary>
    /// <returns>Null where none is.</returns>
    public static string? Meant(string written, IEnumerable<string> known) =>
        Of(written, known) is { } near
        && (IsSlip(written, near) || Distance(written.ToUpperInvariant(), near.ToUpperInvariant()) <= 1)
            ? near
            : null;

    /// <summary>Whether somebody may have mistyped a name: one change of letters in a word, two in a long one, case aside; an abbreviation is another word.</summary>
    public static bool IsSlip(string written, string known) =>
        Changes(written.ToUpperInvariant(), known.ToUpperInvariant())
        <= known.Length switch
        {
            < 5 => 0,
            < 9 => 1,
            _ => 2,
        };

    // What one of them begins with is free: an abbreviation is near.
    private static int Distance(string a, string b) =>
        a.Length is > 2 and <= Limits.Short && b.StartsWith(a, StringComparison.Ordinal) ? 1 : Changes(a, b);

    // Letters put in, left out or changed, or two neighbours that changed places.
    private static int Changes(string a, string b)
    {
        if (a.Length > Limits.Short || b.Length > Limits.Short)
            return int.MaxValue;
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            costs[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            costs[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            costs[i, j] = Math.Min(
                Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1,
                costs[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            );
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
        }
        return costs[a.Length, b.Length];
    }
}
