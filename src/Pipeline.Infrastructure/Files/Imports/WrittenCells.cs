namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// The cells of a row as they are given back where it is left out: as texts that mean the same when they come in again, and without the names of persons, which
/// are not kept.
/// </summary>
internal static class WrittenCells
{
    // That somebody was named there: the row still says whom it goes to.
    private const string Person = "***";

    public static IReadOnlyList<string> Of(IReadOnlyList<string> headings, SourceRow row) =>
        [.. row.Cells.Select((cell, i) => Of(i < headings.Count ? headings[i] : "", cell, row.IsNumber(i)))];

    private static string Of(string heading, string cell, bool isNumber) =>
        cell.Length > 0 && Headings.IsOfPerson(heading) ? Person
        // A number has its point for a decimal sign: with one zero more, its text can be read in no other way.
        : isNumber && AmountFormat.IsAmbiguous(cell) ? $"{cell}0"
        : cell;
}
