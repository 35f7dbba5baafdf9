namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>What parts the cells of a text file: the character that most of its first rows have equally often, so that a title above them does not decide.</summary>
internal static class CsvSeparator
{
    private const int Rows = 50;

    /// <summary>The separator; null to leave it to the reader, which knows the hint <c>sep=;</c>.</summary>
    public static char? Of(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return null;
        var counts = CountsOf(text);
        var (best, most) = ((char?)null, 0);
        foreach (var separator in ",;\t|")
        {
            var usual = counts
                .Select(row => row.GetValueOrDefault(separator))
                .Where(n => n > 0)
                .GroupBy(n => n)
                .Select(n => n.Key * n.Count())
                .DefaultIfEmpty(0)
                .Max();
            if (usual > most)
                (best, most) = (separator, usual);
        }
        return best;
    }

    private static List<Dictionary<char, int>> CountsOf(string text)
    {
        var rows = new List<Dictionary<char, int>> { new() };
        var quoted = false;
        foreach (var c in text)
            if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c == '\n' && rows.Count == Rows)
                break;
            else if (c == '\n')
                rows.Add([]);
            else if (c is ',' or ';' or '\t' or '|')
                rows[^1][c] = rows[^1].GetValueOrDefault(c) + 1;
        return rows;
    }
}
