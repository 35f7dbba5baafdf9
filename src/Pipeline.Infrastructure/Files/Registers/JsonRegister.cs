using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>
/// A register as an array of flat objects: a field for each column by its key, numbers as numbers, days and instants in ISO 8601, empty cells as null;
/// what is of the vocabulary as its code, with the label in the asked language beside it.
/// </summary>
internal sealed class JsonRegister<TRow>(Register<TRow> register, Language language)
{
    // Bytes that are gathered before they are written.
    private const int Enough = 32 * 1024;

    public async Task WriteAsync(IAsyncEnumerable<TRow> rows, Stream target, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(Enough * 2);
        await using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            foreach (var column in register.Columns)
                Write(json, column, column.Value(row));
            json.WriteEndObject();
            if (buffer.WrittenCount + json.BytesPending >= Enough)
                await SendAsync();
        }
        json.WriteEndArray();
        await SendAsync();

        async Task SendAsync()
        {
            await json.FlushAsync(cancellationToken);
            await target.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }
    }

    private void Write(Utf8JsonWriter json, Column<TRow> column, object? value)
    {
        Write(json, column.Key, column.Kind, value is Enum member ? Codes.Of(member) : value);
        if (column.Coded)
            Write(json, column.LabelKey, column.Kind, value is Enum labelled ? Labels.Of(labelled) : null);
    }

    private void Write(Utf8JsonWriter json, string key, CellKind kind, object? value)
    {
        json.WritePropertyName(key);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case Text text:
                json.WriteStringValue(CellText.Clean(text.In(language)));
                break;
            case string text:
                json.WriteStringValue(CellText.Clean(text));
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                json.WriteStringValue(instant.UtcDateTime);
                break;
            default:
                json.WriteNumberValue(CellNumber.Of(value, kind));
                break;
        }
    }
}
