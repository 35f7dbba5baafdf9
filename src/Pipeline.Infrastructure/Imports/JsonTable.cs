using System.Text.Json;

namespace Pipeline.Infrastructure.Imports;

/// <summary>
/// The standard's JSON, <c>{ "grants": [ … ] }</c> or the bare list, flattened: a field's path becomes the heading, and of a list within a grant the
/// first entry counts. Numbers keep the digits that the file writes.
/// </summary>
internal static class JsonTable
{
    public static SourceTable Read(byte[] content, ImportLimits limits, CancellationToken cancellationToken)
    {
        using var document = Parse(content);
        var list = ListOf(document.RootElement);
        if (list.GetArrayLength() > limits.Rows) throw CsvTable.TooLong(limits.Rows, sheet: null);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<SourceRow>();
        var number = 0;
        foreach (var grant in list.EnumerateArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (grant.ValueKind != JsonValueKind.Object)
                throw new UnreadableFileException("unreadable_file", new("An entry of the list is no object.", "Une entrée de la liste n'est pas un objet."), row: number);
            var cells = new SortedDictionary<int, string>();
            Flatten(grant, "", (path, value) => cells[ColumnOf(columns, path, limits)] = value);
            var row = new SourceRow(number, [.. Enumerable.Range(0, columns.Count).Select(i => cells.GetValueOrDefault(i, ""))]);
            if (!row.IsBlank) rows.Add(row);
        }
        return new(null, [.. columns.OrderBy(c => c.Value).Select(c => c.Key)], rows);
    }

    private static JsonDocument Parse(byte[] content)
    {
        try
        {
            var text = content.AsMemory();
            if (content is [0xEF, 0xBB, 0xBF, ..]) text = text[3..];
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException e)
        {
            throw new UnreadableFileException("unreadable_file", new(
                $"The file begins like JSON but is none: line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}.",
                $"Le fichier commence comme du JSON mais n'en est pas : ligne {e.LineNumber + 1}, position {e.BytePositionInLine + 1}."));
        }
    }

    private static JsonElement ListOf(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("grants", out var grants) && grants.ValueKind == JsonValueKind.Array) return grants;
        throw new UnreadableFileException("unreadable_file", new(
            "The JSON has no list of grants: { \"grants\": [ … ] } is expected.", "Le JSON n'a pas de liste de dons : { \"grants\": [ … ] } est attendu."));
    }

    private static void Flatten(JsonElement element, string path, Action<string, string> add)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}/{property.Name}", add);
                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                Flatten(element[0], $"{path}/0", add);
                break;
            case JsonValueKind.String:
                add(path, element.GetString()!);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                add(path, element.GetRawText());
                break;
        }
    }

    private static int ColumnOf(Dictionary<string, int> columns, string path, ImportLimits limits)
    {
        if (columns.TryGetValue(path, out var column)) return column;
        if (columns.Count == limits.Columns) throw CsvTable.TooWide(columns.Count + 1, limits.Columns, sheet: null);
        return columns[path] = columns.Count;
    }
}
