using Pipeline.Application.Ledgers;

namespace Pipeline.Application.Cubes;

/// <summary>
/// Lays sums out by two dimensions. The cents of a project are dealt out one after another to the values that it falls under, along its lines where one dimension is of lines:
/// every cube adds up to its ledger, and each of its rows and columns, whatever it is crossed with, to what the dashboard's breakdown says of it.
/// </summary>
internal sealed class Cube
{
    private readonly Dictionary<(string Row, string Column), Cell> _cells = [];

    private Cube(CubeFacts facts, CubeDimension rows, CubeDimension columns)
    {
        foreach (var project in facts.All.GroupBy(f => f.ProjectId))
        {
            // Summed up first, since a reversal is dealt out with what it reverses; in an order that no reading changes.
            var sums = project
                .GroupBy(f => (Row: LineCode(facts, f, rows), Column: LineCode(facts, f, columns)))
                .Select(g => (Fact: g.First(), g.Key, Cents: g.Sum(f => f.Cents)))
                // What was called off, or reversed, is no money of its project.
                .Where(s => s.Cents != 0 || !facts.AreMoney)
                .OrderBy(s => s.Key.Row, StringComparer.Ordinal)
                .ThenBy(s => s.Key.Column, StringComparer.Ordinal);
            var laid = 0L;
            foreach (var (fact, _, cents) in sums)
            {
                Lay(fact.ProjectId, laid, cents, facts.CodesOf(fact, rows), facts.CodesOf(fact, columns));
                laid += cents;
            }
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

    // What a line says of itself; nothing where the dimension is its project's.
    private static string LineCode(CubeFacts facts, CubeFact fact, CubeDimension dimension) =>
        dimension == CubeDimension.Phase || CubeValues.IsOfCommitments(dimension)
            ? facts.CodesOf(fact, dimension)[0]
            : "";

    // The first dimension that has several values is dealt along the project's lines, a second one along what the first one gave.
    private void Lay(Guid projectId, long laid, long cents, IReadOnlyList<string> rows, IReadOnlyList<string> columns)
    {
        var before = rows.Count > 1 ? 0 : laid;
        for (var r = 0; r < rows.Count; r++)
        {
            var row = Between(laid, laid + cents, r, rows.Count);
            for (var c = 0; c < columns.Count; c++)
                Add(projectId, rows[r], columns[c], Between(before, before + row, c, columns.Count));
            before += row;
        }
    }

    private void Add(Guid projectId, string row, string column, long cents)
    {
        if (!_cells.TryGetValue((row, column), out var cell))
            _cells.Add((row, column), cell = new Cell());
        cell.CentsOf[projectId] = cell.CentsOf.GetValueOrDefault(projectId) + cents;
    }

    // What a value gets of the cents from one place of the row of all of them to another.
    private static long Between(long from, long to, int index, int of) => Part(to, index, of) - Part(from, index, of);

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
