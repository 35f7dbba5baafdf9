using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Subsidy agreements in the French regulatory format, one line a beneficiary (docs/subsidies.md).</summary>
internal sealed partial class SubsidyMapper(SourceTable table, DateOnly today)
    : RowMapper(table, Headings.Subsidies, today)
{
    private ILookup<string, SourceRow> _linesOf = Array.Empty<SourceRow>().ToLookup(_ => "");

    protected override void Prepare() =>
        _linesOf = Table
            .Rows.Where(r => Cell(r, Headings.Identifier).Length > 0)
            .ToLookup(r => Cell(r, Headings.Identifier));

    // The decision; with the beneficiary where it has several lines, or none to name it by.
    protected override string CodeOf(SourceRow row) =>
        Cell(row, Headings.Identifier) switch
        {
            "" => $"{Cell(row, Headings.AwardDate)}/{BeneficiaryOf(row)}",
            var reference when _linesOf[reference].Count() > 1 => $"{reference}/{BeneficiaryOf(row)}",
            var reference => reference,
        };

    protected override GrantRow? Map(SourceRow row)
    {
        var before = Faults.Count;
        var reference = Optional(row, Headings.Identifier, Limits.Short);
        var title = Required(row, Headings.Title, Limits.Name);
        var awarded = PastDate(row, Headings.AwardDate);
        var recipient = Required(row, Headings.RecipientName, Limits.Name);
        var funder = Required(row, Headings.FunderName, Limits.Name);
        var (amount, share) = (Amount(row, Headings.Amount), ShareOf(row));
        var nature = NatureOf(row);
        if (Faults.Count > before)
            return null;

        var code = CodeOf(row);
        var (starts, ends) = PeriodOf(row);
        var cents = CentsOf(row, amount!.Value, share!.Value);
        if (cents is null)
            return null;
        return new(
            Table.Sheet,
            row.Number,
            code,
            title,
            null,
            Money.Of(cents.Value / 100m, "EUR"),
            awarded!.Value,
            starts,
            ends,
            new(
                FrenchIdentifierOf(row, Headings.RecipientId) ?? FrenchIdentifierOf(row, Headings.RecipientRna),
                recipient,
                null
            ),
            new(FrenchIdentifierOf(row, Headings.FunderId), funder, null),
            WithCurrency()
        )
        {
            Describes = false,
            Nature = nature,
            Reference = reference,
            OtherIdentifier =
                reference is null ? null
                : code == reference ? $"{reference}/{BeneficiaryOf(row)}"
                : reference,
        };
    }

    // The format has no column for it: all amounts are in euros, so that is where another currency would show.
    private Dictionary<string, string> WithCurrency() =>
        new(Written) { [Headings.Currency] = Written[Headings.Amount] };

    private string BeneficiaryOf(SourceRow row) =>
        Siret(Cell(row, Headings.RecipientId)) is { Length: > 0 } id ? id : Cell(row, Headings.RecipientName);

    private decimal? ShareOf(SourceRow row)
    {
        var text = Cell(row, Headings.Share);
        if (text.Length == 0)
            return 1;
        if (
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and <= 1
        )
            return share;
        Add(row, Headings.Share, RowRefusals.InvalidShare.With(text));
        return null;
    }

    // By the text of the rules each line repeats the whole amount, and the share says what of it is the line's; by their own example each line has its own amount.
    // Lines of one decision that differ can only be meant the second way.
    private long? CentsOf(SourceRow row, decimal amount, decimal share)
    {
        var amounts = _linesOf[Cell(row, Headings.Identifier)]
            .Select(r => Cells.Amount(Cell(r, Headings.Amount)))
            .Distinct()
            .Count();
        var own = amounts > 1 ? amount : decimal.Round(amount * share, 2, MidpointRounding.AwayFromZero);
        if (own > 0)
            return Money.CentsOf(own);
        Add(row, Headings.Share, RowRefusals.ShareTooSmall);
        return null;
    }

    private Nature? NatureOf(SourceRow row)
    {
        var text = Cell(row, Headings.Nature);
        var kinds = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Folded.Of)
            .Distinct()
            .ToList();
        if (kinds.Exists(k => k is not ("aide en numeraire" or "aide en nature")))
        {
            Add(row, Headings.Nature, RowRefusals.UnknownNature.With(text));
            return null;
        }
        if (kinds.Count > 1)
            Notice(row, Headings.Nature, RowRefusals.MixedNature);
        return kinds is ["aide en nature"] ? Nature.InKind : Nature.Cash;
    }

    private (DateOnly? Starts, DateOnly? Ends) PeriodOf(SourceRow row)
    {
        var text = Cell(row, Headings.Period);
        if (text.Length == 0)
            return (null, null);
        var days = Period().Match(text) is { Success: true } period
            ? [period.Groups[1].Value, period.Groups[2].Value]
            : new[] { text, text };
        if (Cells.Date(days[0]) is { } starts && Cells.Date(days[1]) is { } ends && ends >= starts)
            return (starts, ends);
        Notice(row, Headings.Period, RowRefusals.InvalidPeriod.With(text));
        return (null, null);
    }

    private string? FrenchIdentifierOf(SourceRow row, string field) =>
        Siret(Cell(row, field)) switch
        {
            { Length: 14 } siret when siret.All(char.IsAsciiDigit) => $"FR-SIRET-{siret}",
            { Length: 9 } siren when siren.All(char.IsAsciiDigit) => $"FR-SIREN-{siren}",
            ['W' or 'w', .. { Length: 9 } rest] when rest.All(char.IsAsciiDigit) => $"FR-RNA-W{rest}",
            _ => IdentifierOf(row, field),
        };

    private static string Siret(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);

    // An underscore in the format's first edition, ISO 8601's stroke in the later ones.
    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})[_/](\d{4}-\d{2}-\d{2})$")]
    private static partial Regex Period();
}
