using System.Text;
using CsvHelper;

namespace Pipeline.Infrastructure.Imports;

/// <summary>
/// Comma, semicolon or tab, whichever the first lines show; UTF-8, or Windows-1252 where the bytes are no UTF-8. Rows are numbered as a spreadsheet shows them: a quoted
/// line break does not begin a new row.
/// </summary>
internal static class CsvTable
{
    static CsvTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SourceTable Read(byte[] content, ImportLimits limits, CancellationToken cancellationToken)
    {
        var text = Decode(content);
        if (text.Contains('\0')) throw NotText();
        // Blank lines are kept, or the numbers of the rows behind them would be wrong.
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with { HasHeader = false, SkipEmptyLines = false, TrimWhitespace = true });
        IReadOnlyList<string>? headings = null;
        var rows = new List<SourceRow>();
        for (var number = 1; reader.Read(); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = reader.Current.ToArray();
            if (cells.Length > limits.Columns) throw TooWide(cells.Length, limits.Columns, sheet: null);
            if (headings is null)
            {
                headings = cells;
                continue;
            }
            var row = new SourceRow(number, cells);
            if (row.IsBlank) continue;
            rows.Add(row);
            if (rows.Count > limits.Rows) throw TooLong(limits.Rows, sheet: null);
        }
        return new(null, headings ?? [], rows);
    }

    public static UnreadableFileException TooWide(int columns, int most, string? sheet) => new("too_many_columns", new(
        $"There are {columns} columns; at most {most} are read.", $"Il y a {columns} colonnes ; {most} au plus sont lues."), sheet);

    public static UnreadableFileException TooLong(int most, string? sheet) => new("too_many_rows", new(
        $"There are more than {most} rows; split the file.", $"Il y a plus de {most} lignes ; scindez le fichier."), sheet);

    private static string Decode(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(content);
        }
    }

    private static UnreadableFileException NotText() => new("unreadable_file", new(
        "This is no text and no workbook: CSV, JSON or XLSX in the 360Giving standard is expected.",
        "Ce n'est ni du texte ni un classeur : un CSV, JSON ou XLSX au standard 360Giving est attendu."));
}
