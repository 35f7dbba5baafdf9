using CsvHelper;
using Pipeline.Application.Imports;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// Comma, semicolon or tab, whichever the first lines show. Rows are numbered as a spreadsheet shows them: a quoted line break does not begin a new row.
/// </summary>
internal static class CsvTable
{
    public static SourceTable Read(string text, ImportLimits limits, CancellationToken cancellationToken)
    {
        long? unclosed = null;
        using var reader = CsvReader.FromText(
            text,
            CsvReaderOptions.Default with
            {
                HasHeader = false,
                // Blank lines are kept, or the numbers of the rows behind them would be wrong.
                SkipEmptyLines = false,
                TrimWhitespace = true,
                Separator = CsvSeparator.Of(text),
                OnMalformedRecord = record =>
                    unclosed ??= record.Reason == CsvMalformedReason.UnterminatedQuote ? record.RecordNumber : null,
            }
        );
        IReadOnlyList<string>? headings = null;
        var headingRow = 1;
        var rows = new List<SourceRow>();
        for (var number = 1; reader.Read(); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = WithoutEmptyEnd(Array.ConvertAll(reader.Current.ToArray(), FormulaText.Unguarded));
            if (cells.Length > limits.Columns)
                throw TooWide(cells.Length, limits.Columns, sheet: null);
            var row = new SourceRow(number, cells);
            if (row.IsBlank)
                continue;
            if (headings is null)
            {
                (headings, headingRow) = (cells, number);
                continue;
            }
            rows.Add(row);
            if (rows.Count > limits.Rows)
                throw TooLong(limits.Rows, sheet: null);
        }
        // What follows an open quote was swallowed by its cell: rows would be lost without a word.
        if (unclosed is { } open)
            throw new UnreadableFileException(FileRefusals.UnclosedQuote, row: (int)open);
        return new(null, headings ?? [], rows) { HeadingRow = headingRow };
    }

    // Columns that were styled or cleared leave their separators behind.
    private static string[] WithoutEmptyEnd(string[] cells)
    {
        var used = cells.Length;
        while (used > 0 && cells[used - 1].Length == 0)
            used--;
        return cells[..used];
    }

    public static UnreadableFileException TooWide(int columns, int most, string? sheet) =>
        new(FileRefusals.TooManyColumns.With(columns, most), sheet);

    public static UnreadableFileException TooLong(int most, string? sheet) =>
        new(FileRefusals.TooManyRows.With(most), sheet);
}
