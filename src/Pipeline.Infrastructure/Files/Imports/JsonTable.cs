using System.Globalization;
using System.Text.Json;
using Pipeline.Application.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// The standard's JSON, <c>{ "grants": [ … ] }</c> or the bare list, flattened: a field's path becomes the heading, and of a list within a grant the
/// first entry counts; of later ones, what the first has a field for is there to be told of. Numbers keep the digits that the file writes.
/// </summary>
internal static class JsonTable
{
    // As many as a heading tells apart by one digit.
    private const int FurtherEntries = 10;

    public static SourceTable Read(string text, ImportLimits limits, CancellationToken cancellationToken)
    {
        using var document = Parse(text);
        var list = ListOf(document.RootElement);
        if (list.GetArrayLength() > limits.Rows)
            throw CsvTable.TooLong(limits.Rows, sheet: null);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<SourceRow>();
        var number = 0;
        foreach (var grant in list.EnumerateArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (grant.ValueKind != JsonValueKind.Object)
                throw new UnreadableFileException(FileRefusals.EntryIsNoObject, row: number);
            var cells = new Dictionary<int, string>();
            var numbers = new HashSet<int>();
            try
            {
                Flatten(
                    grant,
                    "",
                    (path, value, isNumber) =>
                    {
                        var column = ColumnOf(columns, path, limits);
                        cells[column] = value;
                        if (isNumber)
                            numbers.Add(column);
                    }
                );
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair, written as an escape: JSON's grammar lets it pass, but it is no text.
                throw new UnreadableFileException(FileRefusals.HalfCharacter, row: number);
            }
            var width = cells.Count == 0 ? 0 : cells.Keys.Max() + 1;
            var row = new SourceRow(number, [.. Enumerable.Range(0, width).Select(i => cells.GetValueOrDefault(i, ""))])
            {
                Numbers = new([.. Enumerable.Range(0, width).Select(numbers.Contains)]),
            };
            if (!row.IsBlank)
                rows.Add(row);
        }
        return new(null, [.. columns.OrderBy(c => c.Value).Select(c => c.Key)], rows) { HeadingRow = null };
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException e)
        {
            throw new UnreadableFileException(FileRefusals.BrokenJson.With(e.LineNumber + 1, e.BytePositionInLine + 1));
        }
    }

    private static JsonElement ListOf(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root;
        if (
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("grants", out var grants)
            && grants.ValueKind == JsonValueKind.Array
        )
            return grants;
        throw new UnreadableFileException(FileRefusals.NoListOfGrants);
    }

    private static void Flatten(JsonElement element, string path, Action<string, string, bool> add)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}/{property.Name}", add);
                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                Flatten(element[0], $"{path}/0", add);
                for (var i = 1; i < Math.Min(element.GetArrayLength(), FurtherEntries); i++)
                    Flatten(
                        element[i],
                        $"{path}/{i}",
                        (further, value, isNumber) =>
                        {
                            if (Headings.Knows(further))
                                add(further, value, isNumber);
                        }
                    );
                break;
            case JsonValueKind.String:
                add(path, element.GetString()!, false);
                break;
            case JsonValueKind.Number:
                // 7.0667E4 is a number like any other; what no decimal holds stays as it is written, for the error.
                add(
                    path,
                    element.TryGetDecimal(out var number)
                        ? number.ToString(CultureInfo.InvariantCulture)
                        : element.GetRawText(),
                    true
                );
                break;
            case JsonValueKind.True or JsonValueKind.False:
                add(path, element.GetRawText(), false);
                break;
        }
    }

    private static int ColumnOf(Dictionary<string, int> columns, string path, ImportLimits limits)
    {
        if (columns.TryGetValue(path, out var column))
            return column;
        if (columns.Count == limits.Columns)
            throw CsvTable.TooWide(columns.Count + 1, limits.Columns, sheet: null);
        return columns[path] = columns.Count;
    }
}
