using System.Text.RegularExpressions;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Grants in the 360Giving standard, in the forms in which funders really publish it.</summary>
internal sealed partial class GrantMapper(SourceTable table, TableColumns columns, DateOnly today)
    : RowMapper(table, columns, today)
{
    // Numbers of the British register of companies have eight digits; spreadsheets drop the zeros in front.
    private const int CompanyDigits = 8;

    protected override GrantRow? Map(SourceRow row)
    {
        var before = Faults.Count;
        var identifier = Required(row, Headings.Identifier, Limits.Code);
        var (title, whole) = TitleOf(row);
        var description = Optional(row, Headings.Description, Limits.Pages);
        var (currency, amount) = MoneyOf(row);
        var awarded = PastDate(row, Headings.AwardDate);
        var recipient = RecipientOf(row);
        var country = Optional(row, Headings.RecipientCountry, Limits.Short);
        var funder = Required(row, Headings.FunderName, Limits.Name);
        if (whole is not null)
            description = description is null ? whole : $"{whole}\n\n{description}";
        if (description?.Length > Limits.Pages)
            Add(row, Headings.Title, RowRefusals.TooLong.With(description.Length, Limits.Pages));
        if (Faults.Count > before)
            return null;

        var planned = PlannedDates(row, awarded!.Value);
        return new(
            Table.Sheet,
            row.Number,
            identifier,
            title,
            description,
            currency,
            amount is 0 ? 0 : Money.CentsOf(amount!.Value),
            awarded.Value,
            planned.Starts,
            planned.Ends,
            new(
                IdentifierOf(row, Headings.RecipientId)
                    ?? NumberOf(row, Headings.RecipientCharity)
                    ?? NumberOf(row, Headings.RecipientCompany),
                recipient,
                country
            )
            {
                Written = WrittenIdentifier(row, Headings.RecipientId),
            },
            new(IdentifierOf(row, Headings.FunderId), funder, null)
            {
                Written = WrittenIdentifier(row, Headings.FunderId),
            },
            Written
        )
        {
            Describes = whole is not null || Has(Headings.Description),
            WrittenEndsOn = planned.WrittenEnd,
            DurationMonths = planned.Months,
        };
    }

    // A person's grant is no project of an organisation, and their name is nothing to be kept here.
    private string RecipientOf(SourceRow row)
    {
        if (
            Cell(row, Headings.RecipientName).Length > 0
            || (Cell(row, Headings.Individual).Length == 0 && Has(Headings.RecipientName))
        )
            return Required(row, Headings.RecipientName, Limits.Name);
        Add(row, Headings.Individual, RowRefusals.IndividualRecipient);
        return "";
    }

    private (string Currency, decimal? Amount) MoneyOf(SourceRow row)
    {
        var currency = Required(row, Headings.Currency, Limits.Code);
        var amount = AmountOf(row, currency);
        if (currency.Length == 0)
            return (currency, amount);
        try
        {
            Money.CurrencyOf(currency, Headings.Currency);
        }
        catch (InvalidValueException e)
        {
            Add(row, Headings.Currency, e.Refusal);
        }
        return (currency, amount);
    }

    // Published again as it came, whatever it identifies; but not what a spreadsheet made of it.
    private string? WrittenIdentifier(SourceRow row, string field) =>
        Cell(row, field) is { Length: > 0 and <= Limits.Name } text
        && Cells.IsText(text)
        && !ErrorValues.Has(text)
        && !IsRounded(text)
            ? text
            : null;

    // "None", "N/A", "Exempt", "0", "1.23E+05": what is no number of the register identifies nobody.
    private string? NumberOf(SourceRow row, string field)
    {
        if (Optional(row, field, Limits.Short) is not { } text)
            return null;
        var number = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var isCharity = field == Headings.RecipientCharity;
        if (!(isCharity ? CharityNumber() : CompanyNumber()).IsMatch(number))
        {
            Notice(
                row,
                field,
                (IsRounded(text) ? RowRefusals.RoundedIdentifier : RowRefusals.PlaceholderIdentifier).With(text)
            );
            return null;
        }
        return isCharity
            ? $"GB-CHC-{number}"
            : $"GB-COH-{(number.All(char.IsAsciiDigit) ? number.PadLeft(CompanyDigits, '0') : number)}";
    }

    // The registers of England and Wales (with the number of a subsidiary), Scotland and Northern Ireland.
    [GeneratedRegex(@"^(SC|NIC?)?0*[1-9][0-9]{2,7}(-[0-9]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex CharityNumber();

    // Eight places, of which zeros in front may have been lost: digits, or letters of the kind of company before them and a letter behind.
    [GeneratedRegex("^[A-Z]{0,2}0*[1-9][0-9]{1,7}[A-Z]?$", RegexOptions.IgnoreCase)]
    private static partial Regex CompanyNumber();
}
