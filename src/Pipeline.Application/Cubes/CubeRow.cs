using Pipeline.Application.Common;

namespace Pipeline.Application.Cubes;

/// <summary>A cell of a cube, as a line of a file.</summary>
/// <param name="Cents">Of the ledger that is measured; null for projects.</param>
public sealed record CubeRow(CubeValue Row, CubeValue Column, long? Cents, string Currency, int Projects)
{
    /// <summary>The lines of a cube, row by row.</summary>
    public static IEnumerable<CubeRow> Of(CubeReply cube)
    {
        var rows = cube.RowValues.ToDictionary(v => v.Code);
        var columns = cube.ColumnValues.ToDictionary(v => v.Code);
        return cube.Cells.Select(c => new CubeRow(
            rows[c.Row],
            columns[c.Column],
            (c.Value as MoneyDto)?.InCents(),
            cube.Currency,
            c.Projects
        ));
    }
}
