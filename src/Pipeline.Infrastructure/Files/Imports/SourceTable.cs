using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>A table as a file has it: headings and rows of text, whichever format it came in.</summary>
/// <param name="Sheet">The worksheet; null in files without sheets.</param>
/// <param name="Headings">As written; JSON paths in JSON.</param>
/// <param name="Rows">Blank rows left out.</param>
internal sealed record SourceTable(string? Sheet, IReadOnlyList<string> Headings, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>Where the headings stand; null in JSON, which has none.</summary>
    public int? HeadingRow { get; init; } = 1;
}

/// <summary>A row with its true number, as a spreadsheet shows it; in JSON the first entry is 1.</summary>
internal sealed record SourceRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count ? Cells[column].Trim() : "";

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>The file as a whole cannot be taken; carries the one fault that says why.</summary>
internal sealed class UnreadableFileException(
    Refusal refusal,
    string? sheet = null,
    int? row = null,
    string? column = null
) : Exception(refusal.Sentence.En)
{
    public ImportFault Fault { get; } = new(sheet, row, column, refusal);
}
