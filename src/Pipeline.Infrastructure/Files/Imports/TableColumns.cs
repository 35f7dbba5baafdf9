using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Which column of a table has which field, by the format's headings or by a mapping.</summary>
internal sealed class TableColumns
{
    private readonly Headings _format;
    private readonly SourceTable _table;
    private readonly TableMapping? _mapping;
    private readonly Dictionary<string, int> _columns;
    private readonly Dictionary<string, string> _constants;

    public TableColumns(SourceTable table, Headings format, TableMapping? mapping)
    {
        (_table, _format) = (table, format);
        // One that is built in has headings of many wordings: the format knows them all.
        var isLabelled = mapping is not null && BuiltInMappings.Has(mapping);
        _mapping = isLabelled ? null : mapping;
        _columns = _mapping is null ? format.Columns(table.Headings) : Mapped(table.Headings, _mapping);
        _constants =
            _mapping?.Constants?.ToDictionary(c => Headings.Mappable[Headings.Normal(c.Key)], c => c.Value) ?? [];
        Written = _columns.ToDictionary(c => c.Key, c => table.Headings[c.Value]);
    }

    /// <summary>The format's code.</summary>
    public string Format => _mapping is null ? _format.Format : "mapped";

    /// <summary>How many fields have a column.</summary>
    public int Known => _columns.Count;

    /// <summary>The columns by field.</summary>
    public IReadOnlyDictionary<string, int> Positions => _columns;

    /// <summary>The headings as the file writes them, by field.</summary>
    public IReadOnlyDictionary<string, string> Written { get; }

    /// <summary>The headings that are needed and not there, as the format, or the mapping, calls them.</summary>
    public IEnumerable<string> Missing =>
        _format
            .Required.Where(r => !Has(r.Field) && !(r.Field == Headings.RecipientName && Has(Headings.Individual)))
            .Select(r => MappedHeading(r.Field) ?? (_table.HeadingRow is null ? r.Path : r.Heading));

    /// <summary>The headings that a mapping names, the table does not have, and no row needs.</summary>
    public IEnumerable<string> Absent =>
        _mapping is null
            ? []
            : _mapping
                .Columns.Where(c => !Has(FieldOf(c.Value)) && _format.Required.All(r => r.Field != FieldOf(c.Value)))
                .Select(c => c.Key);

    /// <summary>Headings of the table that mean nothing here: one of them may be a missing one, misspelt.</summary>
    public IEnumerable<string> Unread => _table.Headings.Where((h, i) => h.Length > 0 && !_columns.ContainsValue(i));

    /// <summary>What a day that cannot be read should have looked like.</summary>
    public Text DayExpected =>
        _mapping?.DateForm is { } form ? new($"{form} is expected", $"{form} est attendu") : Cells.DateExpected;

    public bool Has(string field) => _columns.ContainsKey(field) || _constants.ContainsKey(field);

    public string Cell(SourceRow row, string field)
    {
        var text = _columns.TryGetValue(field, out var column) ? row[column] : "";
        return text.Length == 0 ? _constants.GetValueOrDefault(field, "") : text;
    }

    /// <summary>How the table writes its amounts.</summary>
    public AmountFormat Amounts(SourceTable table) =>
        _mapping?.DecimalSign is [var sign] ? new(sign)
        : _columns.TryGetValue(Headings.Amount, out var column)
            ? AmountFormat.Of(table.Rows.Where(r => !r.IsNumber(column)).Select(r => r[column]))
        : new((char?)null);

    /// <summary>The amount of a row; null when it is none.</summary>
    public WrittenAmount? AmountOf(SourceRow row, AmountFormat format) =>
        _columns.TryGetValue(Headings.Amount, out var column) && row[column].Length > 0
            ? format.Parse(row, column)
            : format.Parse(new SourceRow(row.Number, [Cell(row, Headings.Amount)]), 0);

    /// <summary>A day; the days of a workbook come as they are, whatever form the mapping says that texts have.</summary>
    public DateOnly? Day(string text) =>
        Cells.Date(text, _mapping?.DateForm is { } form ? Cells.DatePattern(form) : null)
        ?? (_table.Sheet is null ? null : Cells.Date(text, "yyyy-MM-dd"));

    private string? MappedHeading(string field) =>
        _mapping?.Columns.FirstOrDefault(c => FieldOf(c.Value) == field).Key ?? (_mapping is null ? null : field);

    private static string FieldOf(string name) => Headings.Mappable[Headings.Normal(name)];

    private static Dictionary<string, int> Mapped(IReadOnlyList<string> headings, TableMapping mapping)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (heading, field) in mapping.Columns)
            for (var i = 0; i < headings.Count; i++)
                if (Same(headings[i]) == Same(heading))
                    columns.TryAdd(FieldOf(field), i);
        return columns;
    }

    private static string Same(string heading) =>
        string.Join(' ', Folded.Of(heading).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
