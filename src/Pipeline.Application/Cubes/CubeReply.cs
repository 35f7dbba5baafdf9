namespace Pipeline.Application.Cubes;

/// <summary>A portfolio by two dimensions: every combination of the values of both, also where there is nothing.</summary>
/// <param name="RowValues">The values of the rows in the order of the vocabulary; <c>none</c> is last, where projects say nothing.</param>
/// <param name="ColumnValues">Those of the columns.</param>
/// <param name="Cells">Row by row.</param>
/// <param name="Total">What the cells add up to; of projects how many there are, since one can count in several cells. An amount, or a number for <c>projects</c>.</param>
public sealed record CubeReply(
    CubeDimension Rows,
    CubeDimension Columns,
    CubeMeasure Measure,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    string Currency,
    IReadOnlyList<CubeValue> RowValues,
    IReadOnlyList<CubeValue> ColumnValues,
    IReadOnlyList<CubeCell> Cells,
    object Total
);

/// <summary>A value of a dimension.</summary>
public sealed record CubeValue(string Code, string Label);

/// <summary>What is in a row and a column.</summary>
/// <param name="Value">An amount, or a number for <c>projects</c>.</param>
/// <param name="Projects">How many projects stand behind it.</param>
public sealed record CubeCell(string Row, string Column, object Value, int Projects);
