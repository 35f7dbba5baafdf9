using System.Globalization;

namespace Pipeline.Application.Imports;

/// <summary>Rows as a sentence names them, neighbours together: <c>3, 5-9, 12</c>; of very many the first ones.</summary>
public static class RowList
{
    private const int MostRuns = 30;

    /// <summary>The sentence's part.</summary>
    public static string Of(IEnumerable<int> rows)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var row in rows.Distinct().Order())
            if (runs.Count > 0 && runs[^1].Last == row - 1)
                runs[^1] = (runs[^1].First, row);
            else
                runs.Add((row, row));
        var shown = runs.Take(MostRuns)
            .Select(r =>
                r.First == r.Last
                    ? r.First.ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{r.First}-{r.Last}")
            );
        return string.Join(", ", shown) + (runs.Count > MostRuns ? ", …" : "");
    }
}
