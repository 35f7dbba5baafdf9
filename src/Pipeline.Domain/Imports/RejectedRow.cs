namespace Pipeline.Domain.Imports;

/// <summary>A row of a file that was left out, as it was written.</summary>
/// <param name="Sheet">The worksheet's name; null in files without sheets.</param>
/// <param name="Row">The true row, as a spreadsheet shows it.</param>
/// <param name="Cells">As many as there are headings, in their order.</param>
/// <param name="Errors">Why.</param>
public sealed record RejectedRow(
    string? Sheet,
    int Row,
    IReadOnlyList<string> Cells,
    IReadOnlyList<ImportRemark> Errors
);
