namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// The cells of a row as they are given back where it is left out: as texts that mean the same when they come in again, and without the names of persons, which
/// are not kept.
/// </summary>
internal static class WrittenCells
{
    // That somebody was named there: the row still says whom it goes to.
    private const string Person = "***";

    /// <param name="headings">Of the table.</param>
    /// <param name="amounts">The columns of amounts.</param>
    /// <param name="row">As it was read.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> headings, IReadOnlySet<int> amounts, SourceRow row) =>
        [
            .. row.Cells.Select(
                (cell, i) => Of(i < headings.Count ? headings[i] : "", cell, amounts.Contains(i) && row.IsNumber(i))
            ),
        ];

    private static string Of(string heading, string cell, bool isNumber) =>
        cell.Length > 0 && Headings.IsOfPerson(heading) ? Person
        // An amount that is a number has its point for a decimal sign: with one zero more, its text can be read in no other way.
        : isNumber && AmountFormat.IsAmbiguous(cell) ? $"{cell}0"
        : cell;
}
