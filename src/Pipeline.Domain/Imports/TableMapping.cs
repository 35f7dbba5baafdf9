namespace Pipeline.Domain.Imports;

/// <summary>How a table of any form is read: what its headings mean, and what it does not say itself.</summary>
/// <param name="Columns">From a heading as the table writes it to a field.</param>
/// <param name="Constants">From a field to the value that all rows have, or those whose cell is empty.</param>
/// <param name="HeadingRow">The row of the headings, from 1; null to find it.</param>
/// <param name="DateForm">How days are written, as <c>dd/MM/yyyy</c>; null for all the usual forms.</param>
/// <param name="DecimalSign">A point or a comma; null to see by the amounts.</param>
/// <param name="Encoding">What the letters are written in that are not UTF-8; null to find out.</param>
public sealed record TableMapping(
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyDictionary<string, string>? Constants = null,
    int? HeadingRow = null,
    string? DateForm = null,
    string? DecimalSign = null,
    string? Encoding = null
)
{
    /// <summary>Whether another one says the same, in whichever order.</summary>
    public bool Says(TableMapping other) =>
        this with { Columns = other.Columns, Constants = other.Constants } == other
        && IsSame(Columns, other.Columns)
        && IsSame(Constants, other.Constants);

    private static bool IsSame(
        IReadOnlyDictionary<string, string>? some,
        IReadOnlyDictionary<string, string>? others
    ) => (some?.ToHashSet() ?? []).SetEquals(others?.ToHashSet() ?? []);
}
