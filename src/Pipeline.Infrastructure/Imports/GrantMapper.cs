using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;

namespace Pipeline.Infrastructure.Imports;

/// <summary>Makes grants from rows; every row becomes one, or leaves a fault that says why not.</summary>
internal sealed class GrantMapper(SourceTable table, DateOnly today)
{
    private readonly Dictionary<string, int> _columns = Headings.Columns(table.Headings);
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);

    public List<GrantRow> Grants { get; } = [];

    public List<ImportFault> Faults { get; } = [];

    public List<ImportFault> Notices { get; } = [];

    /// <summary>How many of the standard's columns the table has: the sheet of the grants is the one with most.</summary>
    public int KnownColumns => _columns.Count;

    public void Run(CancellationToken cancellationToken)
    {
        foreach (var (field, heading) in Headings.Required.Where(r => !_columns.ContainsKey(r.Field)))
            Faults.Add(new(table.Sheet, 1, heading, "missing_heading", new($"There is no column '{heading}'.", $"Il n'y a pas de colonne « {heading} ».")));
        if (Faults.Count > 0) return;
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Map(row);
        }
    }

    private void Map(SourceRow row)
    {
        var before = Faults.Count;
        var identifier = Required(row, Headings.Identifier, Limits.Code);
        var title = Required(row, Headings.Title, Limits.Name);
        var description = Optional(row, Headings.Description, Limits.Pages);
        var money = Amount(row);
        var awarded = AwardDate(row);
        var recipient = Required(row, Headings.RecipientName, Limits.Name);
        var funder = Required(row, Headings.FunderName, Limits.Name);
        if (identifier.Length > 0 && !_rowOf.TryAdd(identifier, row.Number))
            Add(row, Headings.Identifier, "duplicate_identifier", new(
                $"'{identifier}' stands in row {_rowOf[identifier]} already; each grant is expected once.",
                $"« {identifier} » figure déjà à la ligne {_rowOf[identifier]} ; chaque don est attendu une fois."));
        if (Faults.Count > before) return;

        var (starts, ends) = PlannedDates(row, awarded!.Value);
        Grants.Add(new(table.Sheet, row.Number, identifier, title, description, money!, awarded.Value, starts, ends,
            new(IdentifierOf(row, Headings.RecipientId) ?? NumberOf(row), recipient, Blank(Cell(row, Headings.RecipientCountry))),
            new(IdentifierOf(row, Headings.FunderId), funder, null),
            _columns.ToDictionary(c => c.Key, c => table.Headings[c.Value])));
    }

    private Money? Amount(SourceRow row)
    {
        var (currency, text) = (Required(row, Headings.Currency, Limits.Code), Required(row, Headings.Amount, Limits.Short));
        if (text.Length == 0) return null;
        if (Cells.Amount(text) is not { } amount)
        {
            Add(row, Headings.Amount, "invalid_amount", new($"'{text}' is no amount: digits with a decimal point are expected, for example 1250.50.", $"« {text} » n'est pas un montant : des chiffres avec un point décimal sont attendus, par exemple 1250.50."));
            return null;
        }
        try
        {
            Money.CentsOf(amount, Headings.Amount);
            return currency.Length == 0 ? null : Money.Of(amount, currency, Headings.Amount);
        }
        catch (InvalidValueException e)
        {
            Add(row, e.Faults[0].Field == Headings.Amount ? Headings.Amount : Headings.Currency, e.Code, e.Sentence);
            return null;
        }
    }

    private DateOnly? AwardDate(SourceRow row)
    {
        var text = Required(row, Headings.AwardDate, Limits.Short);
        if (text.Length == 0) return null;
        if (Cells.Date(text) is not { } date)
        {
            Add(row, Headings.AwardDate, "invalid_date", new($"'{text}' is no date: {Cells.DateExpected.En}.", $"« {text} » n'est pas une date : {Cells.DateExpected.Fr}."));
            return null;
        }
        if (date <= today) return date;
        Add(row, Headings.AwardDate, "date_in_future", new($"{date:yyyy-MM-dd} is in the future; a grant that was awarded is expected.", $"{date:yyyy-MM-dd} est dans le futur ; un don déjà accordé est attendu."));
        return null;
    }

    // Planned dates are a help, not the grant: what cannot be read of them is left out and said.
    private (DateOnly? Starts, DateOnly? Ends) PlannedDates(SourceRow row, DateOnly awarded)
    {
        var (starts, ends) = (Planned(row, Headings.StartDate), Planned(row, Headings.EndDate));
        if (ends is null && Cells.Months(Cell(row, Headings.Duration)) is { } months) ends = (starts ?? awarded).AddMonths(months).AddDays(-1);
        if (ends is null || ends >= (starts ?? awarded)) return (starts, ends);
        Notice(row, Headings.EndDate, "dates_reversed", new("The planned end lies before the start or the award: it is left out.", "La fin prévue précède le début ou l'attribution : elle est omise."));
        return (starts, null);
    }

    private DateOnly? Planned(SourceRow row, string field)
    {
        var text = Cell(row, field);
        if (text.Length == 0) return null;
        if (Cells.Date(text) is { } date) return date;
        Notice(row, field, "invalid_date", new($"'{text}' is no date and is left out: {Cells.DateExpected.En}.", $"« {text} » n'est pas une date et est omis : {Cells.DateExpected.Fr}."));
        return null;
    }

    // An identifier names its list; a word alone, like DUMMY01 under many names, identifies nobody.
    private string? IdentifierOf(SourceRow row, string field)
    {
        var text = Cell(row, field);
        if (text.Length == 0) return null;
        if (OrganisationIdentifier.Parse(text) is { } identifier && identifier.Scheme.Length <= Limits.Code && identifier.Id.Length <= Limits.Code) return text;
        Notice(row, field, "placeholder_identifier", new(
            $"'{text}' names no list (as GB-CHC-1070468 does) and is not taken as an identifier: the organisation is found by its exact name.",
            $"« {text} » ne nomme aucun registre (comme GB-CHC-1070468) et n'est pas pris pour un identifiant : l'organisation est retrouvée par son nom exact."));
        return null;
    }

    private string? NumberOf(SourceRow row) =>
        Cell(row, Headings.RecipientCharity) is { Length: > 0 and <= 20 } charity ? $"GB-CHC-{charity}"
        : Cell(row, Headings.RecipientCompany) is { Length: > 0 and <= 20 } company ? $"GB-COH-{company}"
        : null;

    private string Cell(SourceRow row, string field) => _columns.TryGetValue(field, out var column) ? row[column] : "";

    private string Required(SourceRow row, string field, int max)
    {
        var text = Optional(row, field, max) ?? "";
        if (Cell(row, field).Length == 0) Add(row, field, "required", new("The cell is empty; a value is expected.", "La cellule est vide ; une valeur est attendue."));
        return text;
    }

    private string? Optional(SourceRow row, string field, int max)
    {
        var text = Cell(row, field);
        if (text.Length <= max) return Blank(text);
        Add(row, field, "too_long", new($"The cell has {text.Length} characters; at most {max} are taken.", $"La cellule compte {text.Length} caractères ; {max} au plus sont acceptés."));
        return null;
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private void Add(SourceRow row, string field, string code, Text message) => Faults.Add(new(table.Sheet, row.Number, table.Headings[_columns[field]], code, message));

    private void Notice(SourceRow row, string field, string code, Text message) => Notices.Add(new(table.Sheet, row.Number, table.Headings[_columns[field]], code, message));
}
