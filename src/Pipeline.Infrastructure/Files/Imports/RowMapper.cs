using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Makes grants from the rows of one table; every row becomes one, or leaves a fault that says why not.</summary>
/// <param name="table">Headings and rows.</param>
/// <param name="columns">What the headings mean.</param>
/// <param name="today">No award may lie in the future.</param>
internal abstract partial class RowMapper(SourceTable table, TableColumns columns, DateOnly today)
{
    // What programs write for a letter that they could not read.
    private const char Lost = '\uFFFD';

    private readonly HashSet<int> _damaged = [];
    private AmountFormat _amounts = AmountFormat.Unknown;
    private IReadOnlyDictionary<string, DayFormat> _days = FrozenDictionary<string, DayFormat>.Empty;

    public List<GrantRow> Grants { get; } = [];

    public List<ImportFault> Faults { get; } = [];

    public List<ImportFault> Notices { get; } = [];

    /// <summary>The format's code.</summary>
    public string Format => columns.Format;

    /// <summary>How many of the format's columns the table has.</summary>
    public int KnownColumns => columns.Known;

    /// <summary>Whether rows can be read: every required column is there.</summary>
    public bool IsComplete => !columns.Missing.Any();

    public SourceTable Table => table;

    /// <summary>The table as its rows are given back where they are left out.</summary>
    public WrittenTable AsWritten()
    {
        var amounts = columns.ColumnsOf(Headings.Amount);
        return new(
            table.Sheet,
            table.Headings,
            table.Rows.ToDictionary(r => r.Number, r => WrittenCells.Of(table.Headings, amounts, r))
        );
    }

    /// <summary>The rows with the letters that were meant.</summary>
    protected IReadOnlyList<SourceRow> Rows { get; private set; } = [];

    /// <summary>Whether the headings do not let the rows be read, so that the file is refused whatever its rows are.</summary>
    public bool IsUnreadable { get; private set; }

    /// <param name="rowOf">Where each identifier of the file was seen, over all its tables.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public void Run(Dictionary<string, ImportPlace> rowOf, CancellationToken cancellationToken)
    {
        CheckHeadings();
        IsUnreadable = Faults.Count > 0;
        if (IsUnreadable)
            return;
        Rows = [.. table.Rows.Select(Cleaned)];
        _amounts = columns.Amounts(Rows);
        _days = columns.Days(Rows);
        Prepare();
        foreach (var row in Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = Faults.Count;
            CheckWidth(row);
            CheckFurther(row);
            var code = CodeOf(row);
            if (code.Length > 0 && !rowOf.TryAdd(code, new(table.Sheet, row.Number)))
                AddDuplicate(row, code, rowOf[code]);
            var grant = Map(row);
            if (grant is not null && Faults.Count == before && !_damaged.Contains(row.Number))
                Grants.Add(grant);
            else
                Release(row, code);
        }
        var held = HeldBack();
        Grants.RemoveAll(g => held.Contains(g.Row));
        foreach (var row in Rows.Where(r => held.Contains(r.Number)))
            Release(row, CodeOf(row));

        // A row that is left out does not stand in the way of a later one that is right.
        void Release(SourceRow row, string code)
        {
            if (rowOf.TryGetValue(code, out var place) && place == new ImportPlace(table.Sheet, row.Number))
                rowOf.Remove(code);
        }
    }

    /// <summary>Looks at the whole table before the first row is mapped.</summary>
    protected virtual void Prepare() { }

    /// <summary>The true rows of grants that do not go in for what became of others, each with its fault; asked once all rows are mapped.</summary>
    protected virtual IReadOnlySet<int> HeldBack() => FrozenSet<int>.Empty;

    /// <summary>What the file has once.</summary>
    protected virtual string CodeOf(SourceRow row) => Cell(row, Headings.Identifier);

    /// <summary>The row's grant; null when it has a fault.</summary>
    protected abstract GrantRow? Map(SourceRow row);

    /// <summary>The headings as the file writes them, by field.</summary>
    protected IReadOnlyDictionary<string, string> Written => columns.Written;

    protected bool Has(string field) => columns.Has(field);

    protected string Cell(SourceRow row, string field) => columns.Cell(row, field);

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
        else if (ErrorValues.Has(text))
            Add(row, field, RowRefusals.ErrorValue.With(text));
        else if (text.Length > max)
            Add(row, field, RowRefusals.TooLong.With(text.Length, max));
        else
            return text.Length == 0 ? null : text;
        return null;
    }

    /// <summary>The name of a project: of a text that is longer than a name, its beginning, and then the whole text to go into the description.</summary>
    protected (string Name, string? Whole) TitleOf(SourceRow row)
    {
        var text = Required(row, Headings.Title, Limits.Pages);
        if (text.Length <= Limits.Name)
            return (OnOneLine(text), null);
        var cut = text.LastIndexOf(' ', Limits.Name - 1);
        var name = text[..(cut > Limits.Name / 2 ? cut : Limits.Name - 1)];
        Notice(row, Headings.Title, RowRefusals.TitleShortened.With(text.Length, Limits.Name));
        return ($"{OnOneLine(char.IsHighSurrogate(name[^1]) ? name[..^1] : name)}…", text);

        string OnOneLine(string name)
        {
            if (ControlCharacters.OneLine(name) is not { } line)
                return name;
            Notice(row, Headings.Title, RowRefusals.LineEnds);
            return line;
        }
    }

    /// <summary>An amount in units, zero among them; null when it is none, and then the row has a fault.</summary>
    /// <param name="row">Where it stands.</param>
    /// <param name="currency">What the file says that it is in.</param>
    protected decimal? AmountOf(SourceRow row, string currency)
    {
        const string field = Headings.Amount;
        var text = Required(row, field, Limits.Short);
        if (text.Length == 0)
            return null;
        if (columns.AmountOf(row, _amounts) is not { } written)
        {
            Add(row, field, RowRefusals.InvalidAmount.With(text));
            return null;
        }
        if (written.Value is not { } amount)
        {
            Add(
                row,
                field,
                _amounts.Both is var (point, comma)
                    ? RowRefusals.ContradictedAmount.With(text, point, comma)
                    : RowRefusals.AmbiguousAmount.With(text)
            );
            return null;
        }
        if (Contradicts(written.Currency, currency))
        {
            Add(row, field, RowRefusals.SignDiffers.With(written.Currency, currency));
            return null;
        }
        if (amount == 0)
        {
            Notice(row, field, RowRefusals.ZeroAmount);
            return 0;
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

    /// <summary>By column, the cells with which a row has its own amount, however the table writes it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cents">Its own.</param>
    /// <param name="field">The column of its share.</param>
    /// <param name="whole">The share of a row that has its own amount.</param>
    protected IReadOnlyDictionary<int, string> Alone(SourceRow row, long cents, string field, string whole)
    {
        var alone = new Dictionary<int, string>();
        if (columns.ColumnOf(row, Headings.Amount) is { } amount)
            alone[amount] = _amounts.Write(cents);
        if (columns.ColumnOf(row, field) is { } share)
            alone[share] = whole;
        return alone;
    }

    /// <summary>The amount of another row of the same table, whatever is wrong with it.</summary>
    protected decimal? OtherAmount(SourceRow row) => columns.AmountOf(row, _amounts)?.Value;

    /// <summary>A day that has come; null when it is none, and then the row has a fault.</summary>
    protected DateOnly? PastDate(SourceRow row, string field)
    {
        var text = Required(row, field, Limits.Short);
        if (text.Length == 0)
            return null;
        if (_days[field].IsAmbiguous(text))
        {
            Add(row, field, RowRefusals.AmbiguousDate.With(text, _days[field].MonthFirst));
            return null;
        }
        if (columns.Day(text) is not { } date)
        {
            Add(row, field, RowRefusals.InvalidDate.With(text, columns.DayExpected));
            return null;
        }
        if (date <= today)
            return date;
        Add(row, field, RowRefusals.DateInFuture.With(date));
        return null;
    }

    // Planned dates are a help, not the grant: what cannot be read of them is left out and said.
    protected PlannedDates PlannedDates(SourceRow row, DateOnly awarded)
    {
        var (starts, ends) = (Planned(row, Headings.StartDate), Planned(row, Headings.EndDate));
        if (ErrorValues.Has(Cell(row, Headings.Duration)))
            Notice(row, Headings.Duration, RowRefusals.ErrorLeftOut.With(Cell(row, Headings.Duration)));
        var planned = new PlannedDates(awarded, starts, ends, Cells.Months(Cell(row, Headings.Duration)));
        if (planned.IsInOrder)
            return planned;
        Notice(row, ends is null ? Headings.Duration : Headings.EndDate, RowRefusals.DatesReversed);
        return planned with { WrittenEnd = null, Months = null };
    }

    /// <summary>Whether a planned day can be read in two ways: it is left out, with a notice.</summary>
    protected bool IsAmbiguousDay(SourceRow row, string field, string text)
    {
        if (!_days[field].IsAmbiguous(text))
            return false;
        Notice(row, field, RowRefusals.AmbiguousDateLeftOut.With(text, _days[field].MonthFirst));
        return true;
    }

    /// <summary>A day or the days of a period; null for what is neither.</summary>
    protected DateOnly? Day(string text) => columns.Day(text);

    // An identifier names its list; a word alone, like DUMMY01 under many names, identifies nobody.
    protected string? IdentifierOf(SourceRow row, string field)
    {
        var text = Cell(row, field);
        if (text.Length == 0)
            return null;
        if (IsRounded(text))
        {
            Notice(row, field, RowRefusals.RoundedIdentifier.With(text));
            return null;
        }
        if (
            OrganisationIdentifier.Parse(text) is not { } identifier
            || identifier.Scheme.Length > Limits.Code
            || identifier.Id.Length > Limits.Code
            || IsWord(identifier)
        )
        {
            Notice(row, field, RowRefusals.PlaceholderIdentifier.With(text));
            return null;
        }
        return identifier.Scheme.ToUpperInvariant() switch
        {
            "FR-SIRET" => SireneOf(row, field, identifier.Id, text),
            "FR-SIREN" => SireneOf(row, field, identifier.Id, text),
            _ => text,
        };
    }

    // "en-cours", "NON-COMMUNIQUE": a number has digits, and not zeros alone. Only 360Giving's own list has words.
    private static bool IsWord(OrganisationIdentifier identifier) =>
        !identifier.Scheme.Equals("360G", StringComparison.OrdinalIgnoreCase)
        && !identifier.Id.Any(c => char.IsAsciiDigit(c) && c != '0');

    /// <summary>A number of the French register, as the directory writes it; null with a notice where its check digits say that it is none.</summary>
    /// <param name="row">Where it stands.</param>
    /// <param name="field">Its column.</param>
    /// <param name="digits">The number.</param>
    /// <param name="text">As the file writes it.</param>
    protected string? SireneOf(SourceRow row, string field, string digits, string text)
    {
        digits = FrenchNumbers.Digits(digits);
        var restored = FrenchNumbers.Restored(digits);
        var full =
            FrenchNumbers.IsSiret(restored) ? $"FR-SIRET-{restored}"
            : FrenchNumbers.IsSiren(restored) ? $"FR-SIREN-{restored}"
            : null;
        if (full is null)
            Notice(
                row,
                field,
                (
                    IsRounded(text) || IsRounded(digits) ? RowRefusals.RoundedIdentifier : RowRefusals.WrongCheckDigits
                ).With(text)
            );
        else if (restored != digits)
            Notice(row, field, RowRefusals.LeadingZero.With(text, restored));
        return full;
    }

    /// <summary>Whether a spreadsheet has rounded a number, so that it is another one now: <c>7,86E+13</c>, or an establishment 00000, which nobody has.</summary>
    protected static bool IsRounded(string text) => Rounded().IsMatch(text);

    protected void Add(SourceRow row, string field, Refusal refusal) =>
        Faults.Add(new(table.Sheet, row.Number, Written.GetValueOrDefault(field), refusal));

    protected void Notice(SourceRow row, string field, Refusal refusal) =>
        Notices.Add(new(table.Sheet, row.Number, Written.GetValueOrDefault(field), refusal));

    private DateOnly? Planned(SourceRow row, string field)
    {
        var text = Cell(row, field);
        if (text.Length == 0 || IsAmbiguousDay(row, field, text))
            return null;
        if (columns.Day(text) is { } date)
            return date;
        Notice(row, field, RowRefusals.PlannedDateLeftOut.With(text, columns.DayExpected));
        return null;
    }

    private static bool Contradicts(char? sign, string currency) =>
        sign switch
        {
            '€' => currency != "EUR",
            '£' => currency != "GBP",
            '$' => currency is "EUR" or "GBP",
            _ => false,
        };

    private void CheckHeadings()
    {
        if (KnownColumns == 0)
        {
            Faults.Add(new(table.Sheet, table.HeadingRow, null, RowRefusals.UnknownFormat));
            return;
        }
        foreach (var heading in columns.Missing)
            Faults.Add(
                new(
                    table.Sheet,
                    table.HeadingRow,
                    heading,
                    Nearest.Of(heading, columns.Unread) is { } near
                        ? RowRefusals.MissingHeadingNear.With(heading, near)
                        : RowRefusals.MissingHeading.With(heading)
                )
            );
        var unread = columns.Unread.ToList();
        foreach (var heading in columns.Absent)
            if (unread.Find(other => Headings.IsSlip(other, heading)) is { } slip)
                Faults.Add(
                    new(table.Sheet, table.HeadingRow, slip, RowRefusals.MissingHeadingNear.With(heading, slip))
                );
            else if (columns.IsMapped)
                Notices.Add(new(table.Sheet, table.HeadingRow, heading, RowRefusals.HeadingAbsent.With(heading)));
        // Which of two columns with one meaning is meant, only their author knows.
        foreach (var (first, second) in columns.Doubled)
            Faults.Add(
                new(
                    table.Sheet,
                    table.HeadingRow,
                    second,
                    string.Equals(first.Trim(), second.Trim(), StringComparison.OrdinalIgnoreCase)
                        ? RowRefusals.DuplicateHeading.With(second)
                        : RowRefusals.SameMeaning.With(first, second)
                )
            );
        foreach (var (first, second) in columns.Beside)
            Notices.Add(new(table.Sheet, table.HeadingRow, second, RowRefusals.HeadingBeside.With(second, first)));
    }

    // A second recipient, or funder, has a part of the money that the file does not say; planned dates are a help, of which one is enough.
    private void CheckFurther(SourceRow row)
    {
        foreach (var (field, column) in columns.Further)
        {
            if (row[column].Length == 0 || row[column] == Cell(row, field))
                continue;
            var isHelp = field is Headings.StartDate or Headings.EndDate or Headings.Duration;
            var refusal = isHelp ? RowRefusals.SeveralLeftOut : RowRefusals.SeveralValues;
            (isHelp ? Notices : Faults).Add(
                new(
                    table.Sheet,
                    row.Number,
                    table.Headings[column],
                    refusal.With(Written[field], table.Headings[column])
                )
            );
        }
    }

    // In CSV a cell too many is a comma without its quotes: what follows stands in the wrong column. On a sheet, notes may stand beside the table.
    private void CheckWidth(SourceRow row)
    {
        if (table.Sheet is not null || !row.Cells.Skip(table.Headings.Count).Any(c => c.Length > 0))
            return;
        Faults.Add(new(null, row.Number, null, RowRefusals.TooManyCells.With(row.Cells.Count, table.Headings.Count)));
    }

    // Characters that control a printer and not a text, and letters that another program read wrongly, came in by a program's mistake: what they stand for is
    // put in their place. A letter that is lost is lost.
    private SourceRow Cleaned(SourceRow row)
    {
        string[]? cells = null;
        foreach (var (field, column) in columns.Positions)
        {
            if (column >= row.Cells.Count)
                continue;
            Replace(field, column, MisreadLetters.Restore, RowRefusals.LettersRestored);
            Replace(field, column, ControlCharacters.Clean, RowRefusals.ControlCharacters);
            if (Headings.Lines.Contains(field))
                Replace(field, column, ControlCharacters.OneLine, RowRefusals.LineEnds);
            if (!row.Cells[column].Contains(Lost, StringComparison.Ordinal))
                continue;
            Add(row, field, RowRefusals.LostLetter);
            _damaged.Add(row.Number);
        }
        return cells is null ? row : row with { Cells = cells };

        void Replace(string field, int column, Func<string, string?> clean, Refusal notice)
        {
            if (clean((cells ?? row.Cells)[column]) is not { } text)
                return;
            cells ??= [.. row.Cells];
            cells[column] = text;
            Notice(row, field, notice);
        }
    }

    private void AddDuplicate(SourceRow row, string identifier, ImportPlace first)
    {
        var place =
            first.Sheet == table.Sheet || first.Sheet is null
                ? new Text($"row {first.Row}", $"la ligne {first.Row}")
                : new Text($"row {first.Row} of {first.Sheet}", $"la ligne {first.Row} de {first.Sheet}");
        Add(row, Headings.Identifier, RowRefusals.DuplicateIdentifier.With(identifier, place));
    }

    [GeneratedRegex(@"^\d+([.,]\d+)?\s*[eE]\s*\+?\s*\d+$|^\d{9}00000$")]
    private static partial Regex Rounded();
}
