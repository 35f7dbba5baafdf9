using System.Collections;
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

    /// <summary>Whether these are rows of an import that were left out, as they were given back: the headings stand first, whatever the file's did.</summary>
    public bool IsOfRejectedRows => RejectedRowsWriter.Added.All(Headings.Contains);

    /// <summary>The same table where one of its rows is the headings, and what stands above them is a title.</summary>
    public SourceTable HeadedBy(SourceRow row) =>
        this with
        {
            Headings = row.Cells,
            Rows = [.. Rows.SkipWhile(r => r.Number <= row.Number)],
            HeadingRow = row.Number,
        };
}

/// <summary>A row with its true number, as a spreadsheet shows it; in JSON the first entry is 1.</summary>
internal sealed record SourceRow(int Number, IReadOnlyList<string> Cells)
{
    public string this[int column] => column < Cells.Count && !Guard.IsBlank(Cells[column]) ? Cells[column].Trim() : "";

    /// <summary>The columns whose cells are numbers by themselves, not texts that look like one; null where there are none.</summary>
    public BitArray? Numbers { get; init; }

    public bool IsNumber(int column) => Numbers is { } numbers && column < numbers.Length && numbers[column];

    /// <summary>Whether nothing stands there, or only what formulas leave that were drawn down beyond the table.</summary>
    public bool IsBlank => Cells.All(cell => Guard.IsBlank(cell) || ErrorValues.Has(cell));
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
