using Pipeline.Application.Ledgers;

namespace Pipeline.Application.Cubes;

/// <summary>
/// Lays sums out by two dimensions. What falls under several values is divided evenly among them to the cent, the odd cents going to the first, first by
/// rows and each part then by columns: every cube adds up to its ledger, and its rows to what the dashboard's breakdown says of them.
/// </summary>
internal sealed class Cube
{
    private readonly Dictionary<(string Row, string Column), Cell> _cells = [];

    private Cube(CubeFacts facts, CubeDimension rows, CubeDimension columns)
    {
        // Summed up first, since a reversal is divided with what it reverses.
        var sums = facts.All.GroupBy(f =>
            (
                f.ProjectId,
                Row: PerLine(rows) ? facts.CodesOf(f, rows)[0] : "",
                Column: PerLine(columns) ? facts.CodesOf(f, columns)[0] : ""
            )
        );
        foreach (var sum in sums)
        {
            var fact = sum.First();
            Add(fact.ProjectId, sum.Sum(f => f.Cents), facts.CodesOf(fact, rows), facts.CodesOf(fact, columns));
        }
    }

    /// <summary>Lays out what a view has of a portfolio.</summary>
    public static async Task<Cube> ReadAsync(AsOfView view, GetCube request, CancellationToken cancellationToken) =>
        new(await CubeFacts.ReadAsync(view, request, cancellationToken), request.Rows, request.Columns);

    /// <summary>Whether a value is used.</summary>
    public bool Has(string code, bool asRow) => _cells.Keys.Any(k => (asRow ? k.Row : k.Column) == code);

    /// <summary>Cents in a cell.</summary>
    public long Cents(string row, string column) => _cells.TryGetValue((row, column), out var cell) ? cell.Cents : 0;

    /// <summary>Projects behind a cell.</summary>
    public int Projects(string row, string column) =>
        _cells.TryGetValue((row, column), out var cell) ? cell.CentsOf.Count : 0;

    /// <summary>What each project has in the cells of a row, of a column, in one cell, or in all; in cents.</summary>
    /// <param name="row">Null for every row.</param>
    /// <param name="column">Null for every column.</param>
    public IReadOnlyDictionary<Guid, long> ByProject(string? row, string? column) =>
        _cells
            .Where(c => (row is null || c.Key.Row == row) && (column is null || c.Key.Column == column))
            .SelectMany(c => c.Value.CentsOf)
            .GroupBy(c => c.Key, c => c.Value)
            .ToDictionary(g => g.Key, g => g.Sum());

    /// <summary>Cents in all cells.</summary>
    public long Total => _cells.Values.Sum(c => c.Cents);

    private static bool PerLine(CubeDimension dimension) =>
        dimension == CubeDimension.Phase || CubeValues.IsOfCommitments(dimension);

    private void Add(Guid projectId, long cents, IReadOnlyList<string> rows, IReadOnlyList<string> columns)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            var part = Part(cents, r, rows.Count);
            for (var c = 0; c < columns.Count; c++)
            {
                if (!_cells.TryGetValue((rows[r], columns[c]), out var cell))
                    _cells.Add((rows[r], columns[c]), cell = new Cell());
                var had = cell.CentsOf.GetValueOrDefault(projectId);
                cell.CentsOf[projectId] = had + Part(part, c, columns.Count);
            }
        }
    }

    private static long Part(long cents, int index, int of)
    {
        var (whole, odd) = Math.DivRem(cents, of);
        return whole + (index < Math.Abs(odd) ? Math.Sign(odd) : 0);
    }

    private sealed class Cell
    {
        public Dictionary<Guid, long> CentsOf { get; } = [];

        public long Cents => CentsOf.Values.Sum();
    }
}
