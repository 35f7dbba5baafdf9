using System.Globalization;
using Pipeline.Application.Exports;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>What became of one sheet.</summary>
internal interface ISheetEdits
{
    int RowsRead { get; }
    int Created { get; }
    int Updated { get; }
    int Unchanged { get; }
    int Rejected { get; }
    IReadOnlyList<ImportFault> Faults { get; }
    IReadOnlyList<ImportFault> Notices { get; }
    void Run(CancellationToken cancellationToken);
    bool Resembles(SourceTable other);
}

/// <summary>One sheet of the product's own workbook, cell by cell against the columns that it was written by.</summary>
/// <param name="stale">Of which projects it was told that they have changed since the export: once, however many of their rows are in the file.</param>
internal abstract class SheetEdits<T>(
    SourceTable? table,
    IReadOnlyList<Column<T>> columns,
    Language language,
    HashSet<Guid> stale
) : ISheetEdits
{
    private readonly Dictionary<string, int> _positions = Positions(table?.Headings ?? [], columns, language);
    private readonly List<ImportFault> _faults = [],
        _notices = [];
    private readonly AmountFormat _amounts = new(language == Language.Fr ? ',' : '.');
    private readonly Dictionary<string, string> _headings = columns.ToDictionary(
        c => c.Key,
        c => c.Heading.In(language)
    );

    public int RowsRead { get; private set; }

    public int Created { get; protected set; }

    public int Updated { get; protected set; }

    public int Unchanged { get; protected set; }

    public int Rejected { get; private set; }

    public IReadOnlyList<ImportFault> Faults => _faults;

    public IReadOnlyList<ImportFault> Notices => _notices;

    public void Run(CancellationToken cancellationToken)
    {
        if (table is null)
            return;
        var rows = table.Rows.Where(r => !IsTotal(r)).ToList();
        RowsRead = rows.Count;
        CheckHeadings(table);
        if (_faults.Count > 0)
        {
            Rejected = rows.Count;
            return;
        }
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (before, counted) = (_faults.Count, (Created, Updated, Unchanged));
            foreach (var key in _positions.Keys)
                if (Cell(row, key) is var text && ErrorValues.Has(text))
                    Fault(row, key, RowRefusals.ErrorValue.With(text));
                else if (!Cells.IsText(text))
                    Fault(row, key, RowRefusals.InvalidCharacter);
            if (_faults.Count == before && Take(row) && _faults.Count == before)
                continue;
            Rejected++;
            (Created, Updated, Unchanged) = counted;
        }
        Finish();
    }

    // What stands under a heading that is not known would be lost in silence: where a column is missing, it may be that one, misspelt.
    private void CheckHeadings(SourceTable read)
    {
        var unread = read.Headings.Where((h, i) => h.Length > 0 && !_positions.ContainsValue(i)).ToList();
        foreach (var (key, heading) in _headings.Where(h => !_positions.ContainsKey(h.Key)))
            if (Nearest.Of(heading, unread) is { } near)
                Heading(_faults, heading, RowRefusals.MissingHeadingNear.With(heading, near));
            else if (Required.Contains(key))
                Heading(_faults, heading, RowRefusals.MissingHeading.With(heading));
        foreach (var heading in unread)
            Heading(_notices, heading, WorkbookRefusals.HeadingNotRead.With(heading));

        void Heading(List<ImportFault> to, string heading, Refusal refusal) =>
            to.Add(new(read.Sheet, read.HeadingRow, heading, refusal));
    }

    /// <summary>Whether a sheet has most of this one's columns, whatever it is called.</summary>
    public bool Resembles(SourceTable other) => 2 * Positions(other.Headings, columns, language).Count > columns.Count;

    /// <summary>Columns without which no row can be told from another.</summary>
    protected abstract IReadOnlyList<string> Required { get; }

    /// <summary>Takes one row.</summary>
    /// <returns>Whether it counts; a row that does not, and has no fault of its own, shares another row's.</returns>
    protected abstract bool Take(SourceRow row);

    protected virtual void Finish() { }

    protected bool Has(string key) => _positions.ContainsKey(key);

    protected string Cell(SourceRow row, string key) =>
        _positions.TryGetValue(key, out var column) ? Same(row[column]) : "";

    /// <summary>A cell that is kept on one line.</summary>
    protected string OnOneLine(SourceRow row, string key)
    {
        if (ControlCharacters.OneLine(Cell(row, key)) is not { } line)
            return Cell(row, key);
        Notice(row, key, RowRefusals.LineEnds);
        return line;
    }

    /// <summary>The columns of a row that read otherwise than they would be written now.</summary>
    protected IReadOnlyList<string> Changed(SourceRow row, T current) =>
        [.. columns.Where(c => Has(c.Key) && Cell(row, c.Key) != Shown(c, current)).Select(c => c.Key)];

    protected EditedRow Edited(SourceRow row) => new(new(table!.Sheet, row.Number), _headings);

    protected void Fault(SourceRow row, string key, Refusal refusal) => _faults.Add(Edited(row).Fault(key, refusal));

    protected void Notice(SourceRow row, string key, Refusal refusal) => _notices.Add(Edited(row).Fault(key, refusal));

    protected void NotEditable(SourceRow row, IEnumerable<string> keys)
    {
        foreach (var key in keys)
            Fault(row, key, WorkbookRefusals.NotEditable.With(Cell(row, key)));
    }

    /// <summary>An id of this portfolio's; null with a fault.</summary>
    protected Guid? IdOf(SourceRow row, string key, Func<Guid, bool> known)
    {
        if (Guid.TryParse(Cell(row, key), out var id) && known(id))
            return id;
        Fault(row, key, WorkbookRefusals.UnknownId.With(Cell(row, key)));
        return null;
    }

    /// <summary>Whether the row was written for the project as it is.</summary>
    protected bool IsCurrent(SourceRow row, Guid project, long version)
    {
        if (Cell(row, "version") == version.ToString(CultureInfo.InvariantCulture))
            return true;
        if (stale.Add(project))
            Fault(row, "version", WorkbookRefusals.Stale);
        return false;
    }

    /// <summary>The one project with a code; null with a fault.</summary>
    protected ProjectRow? ProjectOf(SourceRow row, IReadOnlyList<ProjectRow> projects)
    {
        var code = Cell(row, "projectCode");
        var found = projects.Where(p => p.Code == code).ToList();
        if (found is [var only])
            return only;
        Fault(
            row,
            "projectCode",
            (found.Count == 0 ? WorkbookRefusals.UnknownProject : WorkbookRefusals.AmbiguousProject).With(code)
        );
        return null;
    }

    protected TEnum? Code<TEnum>(SourceRow row, string key)
        where TEnum : struct, Enum
    {
        var text = Folded.Of(Cell(row, key));
        var all = Enum.GetValues<TEnum>();
        var found = all.Where(v =>
                text == Folded.Of(Codes.Of(v))
                || text == Folded.Of(Labels.Of(v).En)
                || text == Folded.Of(Labels.Of(v).Fr)
            )
            .ToList();
        if (found is [var only])
            return only;
        var known = string.Join(", ", all.Select(v => Labels.Of(v).In(language)));
        Fault(row, key, CommonRefusals.UnknownCode.With(Cell(row, key), known));
        return null;
    }

    protected long? Cents(SourceRow row, string key, string currency)
    {
        if (Cell(row, "currency") is { Length: > 0 } other && other != currency)
        {
            Fault(row, "currency", MoneyRefusals.CurrencyDiffers.With(other, currency));
            return null;
        }
        var text = Cell(row, key);
        try
        {
            if (_positions.TryGetValue(key, out var column) && _amounts.Parse(row, column)?.Value is { } amount)
                return Money.CentsOf(amount, key);
            Fault(
                row,
                key,
                (text.Length == 0 ? WorkbookRefusals.EmptyAmount : WorkbookRefusals.InvalidAmount).With(text)
            );
        }
        catch (InvalidValueException e)
        {
            Fault(row, key, e.Refusal);
        }
        return null;
    }

    protected DateOnly? Day(SourceRow row, string key, bool required = false)
    {
        var text = Cell(row, key);
        if (text.Length == 0 && !required)
            return null;
        if (Cells.Date(text) is { } day)
            return day;
        Fault(
            row,
            key,
            (text.Length == 0 ? WorkbookRefusals.EmptyDate : RowRefusals.InvalidDate).With(text, Cells.DateExpected)
        );
        return null;
    }

    // Below the table stand its sums: a row with 'Total' in front and neither a project nor an id.
    private bool IsTotal(SourceRow row) =>
        row[0] == "Total" && row[1].Length == 0 && Cell(row, "id").Length == 0 && Cell(row, "projectId").Length == 0;

    private string Shown(Column<T> column, T row) =>
        column.Value(row) switch
        {
            null => "",
            Enum member => Same(CellText.Clean(Labels.Of(member).In(language))),
            Text text => Same(CellText.Clean(text.In(language))),
            string text => Same(CellText.Clean(text)),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            long cents when column.Kind == CellKind.Money => Number(cents / 100m),
            var number => Number(Convert.ToDecimal(number, CultureInfo.InvariantCulture)),
        };

    private static string Number(decimal number) =>
        decimal.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture);

    // Spreadsheets end lines in their own way; a text is not another one for that.
    private static string Same(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private static Dictionary<string, int> Positions(
        IReadOnlyList<string> written,
        IReadOnlyList<Column<T>> columns,
        Language language
    )
    {
        var positions = new Dictionary<string, int>();
        var headings = written.Select(h => Folded.Of(h.Trim())).ToList();
        foreach (var column in columns)
            if (headings.IndexOf(Folded.Of(column.Heading.In(language))) is >= 0 and var position)
                positions[column.Key] = position;
        return positions;
    }
}
