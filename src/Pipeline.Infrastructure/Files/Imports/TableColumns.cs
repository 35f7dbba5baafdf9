using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Which column of a table has which field, by the format's headings or by a mapping.</summary>
internal sealed class TableColumns
{
    private readonly Headings _format;
    private readonly SourceTable _table;
    private readonly TableMapping? _mapping;
    private readonly FoundColumns _found;
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly ILookup<string, int> _again;
    private readonly bool _isOfRejectedRows;
    private readonly Dictionary<string, string> _constants;

    public TableColumns(SourceTable table, Headings format, TableMapping? mapping)
    {
        (_table, _format) = (table, format);
        // One that is built in has headings of many wordings: the format knows them all.
        var isLabelled = mapping is not null && BuiltInMappings.Has(mapping);
        _mapping = isLabelled ? null : mapping;
        _found = _mapping is null ? format.Columns(table.Headings) : Mapped(table.Headings, _mapping);
        _columns = _found.First;
        // Rows that were left out of several sheets come back side by side: each has its own columns, and the others are empty.
        _isOfRejectedRows = table.IsOfRejectedRows;
        _again = (_isOfRejectedRows ? _found.Again : []).ToLookup(c => c.Field, c => c.Column);
        _constants =
            _mapping?.Constants?.ToDictionary(c => Headings.Mappable[Headings.Normal(c.Key)], c => c.Value) ?? [];
        Written = _columns.ToDictionary(c => c.Key, c => table.Headings[c.Value]);
    }

    /// <summary>The format's code.</summary>
    public string Format => _mapping is null ? _format.Format : "mapped";

    /// <summary>How many fields have a column.</summary>
    public int Known => _columns.Count;

    /// <summary>The columns that are read, with their fields.</summary>
    public IEnumerable<(string Field, int Column)> Positions =>
        _columns.Select(c => (c.Key, c.Value)).Concat(_isOfRejectedRows ? _found.Again : []);

    /// <summary>The columns that have a field: several where rows that were left out come back.</summary>
    public IReadOnlySet<int> ColumnsOf(string field) =>
        Positions.Where(p => p.Field == field).Select(p => p.Column).ToHashSet();

    /// <summary>Pairs of columns that mean the same, of which the author has to say which one counts.</summary>
    public IEnumerable<(string First, string Second)> Doubled => _isOfRejectedRows ? [] : Pairs(_found.Again);

    /// <summary>Columns that are not read because one of the format's exact name says the same.</summary>
    public IEnumerable<(string First, string Second)> Beside => Pairs(_found.Beside);

    /// <summary>Columns of later entries of a list of which only the first is read.</summary>
    public IReadOnlyList<(string Field, int Column)> Further => _found.Further;

    /// <summary>The headings as the file writes them, by field.</summary>
    public IReadOnlyDictionary<string, string> Written { get; }

    /// <summary>The headings that are needed and not there, as the format, or the mapping, calls them.</summary>
    public IEnumerable<string> Missing =>
        _format
            .Required.Where(r => !Has(r.Field) && !(r.Field == Headings.RecipientName && Has(Headings.Individual)))
            .Select(r => MappedHeading(r.Field) ?? (_table.HeadingRow is null ? r.Path : r.Heading));

    /// <summary>The headings that the format, or the mapping, knows, the table does not have, and no row needs.</summary>
    public IEnumerable<string> Absent =>
        _mapping is null
            ? _format.Optional.Where(o => !Has(o.Field)).Select(o => o.Heading)
            : _mapping
                .Columns.Where(c => !Has(FieldOf(c.Value)) && _format.Required.All(r => r.Field != FieldOf(c.Value)))
                .Select(c => c.Key);

    /// <summary>Headings of the table that mean nothing here: one of them may be a missing one, misspelt.</summary>
    public IEnumerable<string> Unread => _table.Headings.Where((h, i) => h.Length > 0 && !_found.Has(i));

    /// <summary>Whether the headings were named by somebody, and not only by a format.</summary>
    public bool IsMapped => _mapping is not null;

    /// <summary>What a day that cannot be read should have looked like.</summary>
    public Text DayExpected =>
        _mapping?.DateForm is { } form ? new($"{form} is expected", $"{form} est attendu") : Cells.DateExpected;

    public bool Has(string field) => _columns.ContainsKey(field) || _constants.ContainsKey(field);

    public string Cell(SourceRow row, string field)
    {
        var text = ColumnOf(row, field) is { } column ? row[column] : "";
        return text.Length == 0 ? _constants.GetValueOrDefault(field, "") : text;
    }

    /// <summary>Where a row has a field; null where no column has it.</summary>
    public int? ColumnOf(SourceRow row, string field)
    {
        if (!_columns.TryGetValue(field, out var first))
            return null;
        return row[first].Length > 0 ? first : _again[field].FirstOrDefault(column => row[column].Length > 0, first);
    }

    /// <summary>How the table writes its amounts.</summary>
    /// <param name="rows">With the letters that were meant.</param>
    public AmountFormat Amounts(IReadOnlyList<SourceRow> rows) =>
        _mapping?.DecimalSign is [var sign] ? new(sign)
        : ReturnedFor(RowRefusals.AmbiguousAmount) is not null ? AmountFormat.Unknown
        : AmountFormat.Of(
            rows.Select(r => (r.Number, Column: ColumnOf(r, Headings.Amount), Row: r))
                .Where(r => r.Column is { } column && !r.Row.IsNumber(column))
                .Select(r => (r.Number, r.Row[r.Column!.Value]))
        );

    /// <summary>How each column of days writes them; a mapping that says their form leaves nothing to see.</summary>
    /// <param name="rows">With the letters that were meant.</param>
    public IReadOnlyDictionary<string, DayFormat> Days(IReadOnlyList<SourceRow> rows)
    {
        if (_mapping?.DateForm is not null)
            return Headings.Days.ToDictionary(field => field, _ => DayFormat.Clear);
        if (ReturnedFor(RowRefusals.AmbiguousDate) is { } row)
            return Headings.Days.ToDictionary(field => field, _ => new DayFormat(row));
        return DayFormat.Of(
            Headings.Days.ToDictionary(field => field, field => rows.Select(r => (r.Number, Cell(r, field))))
        );
    }

    // What could not be decided with all rows of a file is not decided by those of them that came back: the row that was left out for it.
    private int? ReturnedFor(Refusal refusal) =>
        _isOfRejectedRows && _table.Headings.ToList().IndexOf(RejectedRowsWriter.Code) is var code
            ? _table.Rows.FirstOrDefault(r => r[code].Contains(refusal.Code, StringComparison.Ordinal))?.Number
            : null;

    /// <summary>The amount of a row; null when it is none.</summary>
    public WrittenAmount? AmountOf(SourceRow row, AmountFormat format) =>
        ColumnOf(row, Headings.Amount) is { } column && row[column].Length > 0
            ? format.Parse(row, column)
            : format.Parse(new SourceRow(row.Number, [Cell(row, Headings.Amount)]), 0);

    /// <summary>
    /// A day; the days of a workbook come as they are, whatever form the mapping says that texts have, also where a workbook's rows that were left out come back.
    /// </summary>
    public DateOnly? Day(string text) =>
        Cells.Date(text, _mapping?.DateForm is { } form ? Cells.DatePattern(form) : null)
        ?? (_table.Sheet is null && !_isOfRejectedRows ? null : Cells.Date(text, "yyyy-MM-dd"));

    private string? MappedHeading(string field) =>
        _mapping?.Columns.FirstOrDefault(c => FieldOf(c.Value) == field).Key ?? (_mapping is null ? null : field);

    private static string FieldOf(string name) => Headings.Mappable[Headings.Normal(name)];

    private static FoundColumns Mapped(IReadOnlyList<string> headings, TableMapping mapping)
    {
        var found = new FoundColumns(headings);
        foreach (var (heading, field) in mapping.Columns)
            for (var i = 0; i < headings.Count; i++)
                if (Same(headings[i]) == Same(heading))
                    found.Add(FieldOf(field), i);
        return found;
    }

    private IEnumerable<(string, string)> Pairs(IEnumerable<(string Field, int Column)> columns) =>
        columns.Select(c => (Written[c.Field], _table.Headings[c.Column]));

    private static string Same(string heading) =>
        string.Join(' ', Folded.Of(heading).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
