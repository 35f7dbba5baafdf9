using System.Globalization;
using CsvHelper;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>
/// A register as CSV: UTF-8 with a mark that Excel knows it by, dates as yyyy-MM-dd; in French with semicolons and decimal commas, as Excel
/// expects there.
/// </summary>
internal sealed class CsvRegister<TRow>(Register<TRow> register, Language language)
{
    private readonly NumberFormatInfo _numbers = new() { NumberDecimalSeparator = language == Language.Fr ? "," : "." };

    public async Task WriteAsync(IAsyncEnumerable<TRow> rows, Stream target, CancellationToken cancellationToken)
    {
        var options = CsvWriterOptions.Default with
        {
            Separator = language == Language.Fr ? ';' : ',',
            WriteByteOrderMark = true,
        };
        // Not disposed when it fails: what it holds back is of no use to anybody, and there may be nobody left to write to.
        var csv = CsvWriter.Create(target, options, leaveOpen: true);
        foreach (var column in register.Columns)
            Write(csv, column.Heading.In(language));
        await csv.EndRecordAsync(cancellationToken);
        // The heading is on its way before the first row is asked for.
        await csv.FlushAsync(cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var column in register.Columns)
                Write(csv, FieldOf(column.Value(row), column.Kind));
            await csv.EndRecordAsync(cancellationToken);
        }
        await csv.DisposeAsync();
    }

    private string? FieldOf(object? value, CellKind kind) =>
        value switch
        {
            null => null,
            Enum member => FormulaText.Guarded(CellText.Clean(Labels.Of(member).In(language))),
            Text text => FormulaText.Guarded(CellText.Clean(text.In(language))),
            string text => FormulaText.Guarded(CellText.Clean(text)),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => CellNumber.Of(value, kind).ToString(kind == CellKind.Money ? "0.00" : "0.####", _numbers),
        };

    // Quoted for separators that are not in use as well: a reader set to one of them would split the text, and its second half could begin like a formula.
    private static void Write(CsvWriter csv, string? field) =>
        csv.WriteField(
            field,
            field.AsSpan().ContainsAny(",;\t") && !FormulaText.IsPlainNumber(field!)
                ? CsvQuoting.Always
                : CsvQuoting.WhenNeededOrWhitespace
        );
}
