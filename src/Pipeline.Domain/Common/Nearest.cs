namespace Pipeline.Domain.Common;

/// <summary>What somebody most likely meant who wrote a name that is not known.</summary>
public static class Nearest
{
    /// <summary>The known name with the fewest letters changed, added or left out, whatever case and accents; null where none is near.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var folded = Folded.Of(written);
        var best = known
            .Select(name => (Name: name, Steps: Steps(folded, Folded.Of(name))))
            .OrderBy(n => n.Steps)
            .FirstOrDefault();
        return best.Name is not null && best.Steps <= Math.Max(2, folded.Length / 3) ? best.Name : null;
    }

    // Levenshtein's distance, a row at a time.
    private static int Steps(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(change, Math.Min(row[j], row[j - 1]) + 1));
            }
        }
        return row[^1];
    }
}
