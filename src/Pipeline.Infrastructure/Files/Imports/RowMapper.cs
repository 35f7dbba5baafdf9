using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Makes grants from the rows of one table; every row becomes one, or leaves a fault that says why not.</summary>
/// <param name="table">Headings and rows.</param>
/// <param name="format">What the headings mean.</param>
/// <param name="today">No award may lie in the future.</param>
internal abstract class RowMapper(SourceTable table, Headings format, DateOnly today)
{
    private readonly Dictionary<string, int> _columns = format.Columns(table.Headings);

    public List<GrantRow> Grants { get; } = [];

    public List<ImportFault> Faults { get; } = [];

    public List<ImportFault> Notices { get; } = [];

    /// <summary>The format's code.</summary>
    public string Format => format.Format;

    /// <summary>How many of the format's columns the table has.</summary>
    public int KnownColumns => _columns.Count;

    /// <summary>Whether rows can be read: every required column is there.</summary>
    public bool IsComplete => format.Required.All(r => _columns.ContainsKey(r.Field));

    public SourceTable Table => table;

    /// <param name="rowOf">Where each identifier of the file was seen, over all its tables.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public void Run(Dictionary<string, ImportPlace> rowOf, CancellationToken cancellationToken)
    {
        CheckHeadings();
        if (Faults.Count > 0)
            return;
        Prepare();
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = Faults.Count;
            CheckWidth(row);
            if (CodeOf(row) is { Length: > 0 } code && !rowOf.TryAdd(code, new(table.Sheet, row.Number)))
                AddDuplicate(row, code, rowOf[code]);
            var grant = Map(row);
            if (grant is not null && Faults.Count == before)
                Grants.Add(grant);
        }
    }

    /// <summary>Looks at the whole table before the first row is mapped.</summary>
    protected virtual void Prepare() { }

    /// <summary>What the file has once.</summary>
    protected virtual string CodeOf(SourceRow row) => Cell(row, Headings.Identifier);

    /// <summary>The row's grant; null when it has a fault.</summary>
    protected abstract GrantRow? Map(SourceRow row);

    /// <summary>The headings as the file writes them, by field.</summary>
    protected IReadOnlyDictionary<string, string> Written =>
        _written ??= _columns.ToDictionary(c => c.Key, c => table.Headings[c.Value]);

    private IReadOnlyDictionary<string, string>? _written;

    protected bool Has(string field) => _columns.ContainsKey(field);

    protected string Cell(SourceRow row, string field) =>
        _columns.TryGetValue(field, out var column) ? row[column] : "";

    protected string Required(SourceRow row, string field, int max)
    {
        var text = Optional(row, field, max) ?? "";
        if (Cell(row, field).Length == 0)
            Add(row, field, RowRefusals.EmptyCell);
        return text;
    }

    protected string? Optional(SourceRow row, string field, int max)
    {
        var text = Cell(row, field);
        if (!Cells.IsText(text))
            Add(row, field, RowRefusals.InvalidCharacter);
        else if (text.Length > max)
            Add(row, field, RowRefusals.TooLong.With(text.Length, max));
        else
            return text.Length == 0 ? null : text;
        return null;
    }

    /// <summary>A positive amount; null when it is none, and then the row has a fault.</summary>
    protected decimal? Amount(SourceRow row, string field)
    {
        var text = Required(row, field, Limits.Short);
        if (text.Length == 0)
            return null;
        if (Cells.Amount(text) is not { } amount)
        {
            Add(row, field, MoneyRefusals.InvalidAmount.With(text));
            return null;
        }
        try
        {
            Money.CentsOf(amount, field);
            return amount;
        }
        catch (InvalidValueException e)
        {
            Add(row, field, e.Refusal);
            return null;
        }
    }

    /// <summary>A day that has come; null when it is none, and then the row has a fault.</summary>
    protected DateOnly? PastDate(SourceRow row, string field)
    {
        var text = Required(row, field, Limits.Short);
        if (text.Length == 0)
            return null;
        if (Cells.Date(text) is not { } date)
        {
            Add(row, field, RowRefusals.InvalidDate.With(text, Cells.DateExpected));
            return null;
        }
        if (date <= today)
            return date;
        Add(row, field, RowRefusals.DateInFuture.With(date));
        return null;
    }

    // An identifier names its list; a word alone, like DUMMY01 under many names, identifies nobody.
    protected string? IdentifierOf(SourceRow row, string field)
    {
        var text = Cell(row, field);
        if (text.Length == 0)
            return null;
        if (
            OrganisationIdentifier.Parse(text) is { } identifier
            && identifier.Scheme.Length <= Limits.Code
            && identifier.Id.Length <= Limits.Code
        )
            return text;
        Notice(row, field, RowRefusals.PlaceholderIdentifier.With(text));
        return null;
    }

    protected void Add(SourceRow row, string field, Refusal refusal) =>
        Faults.Add(new(table.Sheet, row.Number, Written.GetValueOrDefault(field), refusal));

    protected void Notice(SourceRow row, string field, Refusal refusal) =>
        Notices.Add(new(table.Sheet, row.Number, Written.GetValueOrDefault(field), refusal));

    private void CheckHeadings()
    {
        if (KnownColumns == 0)
        {
            Faults.Add(new(table.Sheet, table.HeadingRow, null, RowRefusals.UnknownFormat));
            return;
        }
        foreach (var (field, heading) in format.Required.Where(r => !Has(r.Field)))
            Faults.Add(new(table.Sheet, table.HeadingRow, heading, RowRefusals.MissingHeading.With(heading)));
        // Which of two columns with one heading is meant, only their author knows.
        foreach (
            var twice in Written.Values.Where(h =>
                table.Headings.Count(other => string.Equals(other.Trim(), h.Trim(), StringComparison.OrdinalIgnoreCase))
                > 1
            )
        )
            Faults.Add(new(table.Sheet, table.HeadingRow, twice, RowRefusals.DuplicateHeading.With(twice)));
    }

    // In CSV a cell too many is a comma without its quotes: what follows stands in the wrong column. On a sheet, notes may stand beside the table.
    private void CheckWidth(SourceRow row)
    {
        if (table.Sheet is not null || !row.Cells.Skip(table.Headings.Count).Any(c => c.Length > 0))
            return;
        Faults.Add(new(null, row.Number, null, RowRefusals.TooManyCells.With(row.Cells.Count, table.Headings.Count)));
    }

    private void AddDuplicate(SourceRow row, string identifier, ImportPlace first)
    {
        var place =
            first.Sheet == table.Sheet || first.Sheet is null
                ? new Text($"row {first.Row}", $"la ligne {first.Row}")
                : new Text($"row {first.Row} of {first.Sheet}", $"la ligne {first.Row} de {first.Sheet}");
        Add(row, Headings.Identifier, RowRefusals.DuplicateIdentifier.With(identifier, place));
    }
}
