using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Grants in the 360Giving standard, in the forms in which funders really publish it.</summary>
internal sealed class GrantMapper(SourceTable table, DateOnly today) : RowMapper(table, Headings.Grants, today)
{
    protected override GrantRow? Map(SourceRow row)
    {
        var before = Faults.Count;
        var identifier = Required(row, Headings.Identifier, Limits.Code);
        var title = Required(row, Headings.Title, Limits.Name);
        var description = Optional(row, Headings.Description, Limits.Pages);
        var money = MoneyOf(row);
        var awarded = PastDate(row, Headings.AwardDate);
        var recipient = Required(row, Headings.RecipientName, Limits.Name);
        var country = Optional(row, Headings.RecipientCountry, Limits.Short);
        var funder = Required(row, Headings.FunderName, Limits.Name);
        if (Faults.Count > before)
            return null;

        var (starts, ends) = PlannedDates(row, awarded!.Value);
        return new(
            Table.Sheet,
            row.Number,
            identifier,
            title,
            description,
            money!,
            awarded.Value,
            starts,
            ends,
            new(IdentifierOf(row, Headings.RecipientId) ?? NumberOf(row), recipient, country),
            new(IdentifierOf(row, Headings.FunderId), funder, null),
            Written
        )
        {
            Describes = Has(Headings.Description),
        };
    }

    private Money? MoneyOf(SourceRow row)
    {
        var (currency, amount) = (Required(row, Headings.Currency, Limits.Code), Amount(row, Headings.Amount));
        if (currency.Length == 0)
            return null;
        try
        {
            Money.CurrencyOf(currency, Headings.Currency);
            return amount is { } units ? Money.Of(units, currency) : null;
        }
        catch (InvalidValueException e)
        {
            Add(row, Headings.Currency, e.Refusal);
            return null;
        }
    }

    // Planned dates are a help, not the grant: what cannot be read of them is left out and said.
    private (DateOnly? Starts, DateOnly? Ends) PlannedDates(SourceRow row, DateOnly awarded)
    {
        var (starts, ends) = (Planned(row, Headings.StartDate), Planned(row, Headings.EndDate));
        var field = ends is null ? Headings.Duration : Headings.EndDate;
        if (ends is null && Cells.Months(Cell(row, Headings.Duration)) is { } months)
            ends = (starts ?? awarded).AddMonths(months).AddDays(-1);
        if (ends is null || ends >= (starts ?? awarded))
            return (starts, ends);
        Notice(row, field, RowRefusals.DatesReversed);
        return (starts, null);
    }

    private DateOnly? Planned(SourceRow row, string field)
    {
        var text = Cell(row, field);
        if (text.Length == 0)
            return null;
        if (Cells.Date(text) is { } date)
            return date;
        Notice(row, field, RowRefusals.PlannedDateLeftOut.With(text, Cells.DateExpected));
        return null;
    }

    private string? NumberOf(SourceRow row) =>
        Cell(row, Headings.RecipientCharity) is { Length: > 0 and <= 20 } charity ? $"GB-CHC-{charity}"
        : Cell(row, Headings.RecipientCompany) is { Length: > 0 and <= 20 } company ? $"GB-COH-{company}"
        : null;
}
