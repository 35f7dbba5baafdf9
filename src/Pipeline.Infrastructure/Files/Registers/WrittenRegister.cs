namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>A sheet that has been written: what the parts written after it have to know of it.</summary>
/// <param name="Number">Its place among the workbook's sheets, from 1.</param>
/// <param name="Name">On its tab.</param>
/// <param name="Rows">How many rows it has, without heading and totals.</param>
/// <param name="LastRow">Last row of its table, from 1; the heading is row 1.</param>
/// <param name="Printed">What is printed of it.</param>
/// <param name="Table">The part of the table over its rows.</param>
/// <param name="Columns">A column's letters, by its key.</param>
internal sealed record WrittenSheet(
    int Number,
    string Name,
    int Rows,
    int LastRow,
    string Printed,
    string Table,
    IReadOnlyDictionary<string, string> Columns
)
{
    /// <summary>The part that it is.</summary>
    public string Part => $"xl/worksheets/sheet{Number}.xml";

    /// <summary>A column's cells, for a formula on another sheet.</summary>
    public string Range(string column) => $"{Quoted}!${Columns[column]}$2:${Columns[column]}${LastRow}";

    /// <summary>What is printed, as a workbook names it.</summary>
    public string PrintArea => $"{Quoted}!{Printed}";

    /// <summary>The row that every page repeats. Other programs than Excel repeat fixed rows alone, hence the signs.</summary>
    public string PrintTitles => $"{Quoted}!$1:$1";

    // An apostrophe within quotes is two.
    private string Quoted => $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'";
}

/// <summary>A register that has been written: one sheet, and further ones where it is longer than a sheet may be.</summary>
internal sealed record WrittenRegister(IReadOnlyList<WrittenSheet> Sheets)
{
    /// <summary>How many rows it has.</summary>
    public long Rows => Sheets.Sum(s => (long)s.Rows);

    /// <summary>A formula that adds up, over all of its sheets.</summary>
    public string Sum(Func<WrittenSheet, string> formula) => string.Join('+', Sheets.Select(formula));
}
