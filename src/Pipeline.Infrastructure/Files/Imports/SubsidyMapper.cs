using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Support;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Subsidy agreements in the French regulatory format, one line a beneficiary (docs/subsidies.md).</summary>
internal sealed partial class SubsidyMapper(SourceTable table, TableColumns columns, DateOnly today)
    : RowMapper(table, columns, today)
{
    private const string Euro = "EUR";

    // The share of a line that has its own amount.
    private const string Whole = "1";

    private ILookup<string, SourceRow> _linesOf = Array.Empty<SourceRow>().ToLookup(_ => "");
    private ILookup<(string, string), string> _purposesOf = Array.Empty<string>().ToLookup(_ => ("", ""));
    private readonly Dictionary<(string Reference, string Funder), SharedDecision> _shared = [];

    protected override void Prepare()
    {
        _linesOf = Rows.Where(r => Cell(r, Headings.Identifier).Length > 0).ToLookup(r => Cell(r, Headings.Identifier));
        _purposesOf = Rows.Select(r => (Key: (DecisionOf(r), BeneficiaryOf(r)), Purpose: Cell(r, Headings.Title)))
            .Distinct()
            .ToLookup(r => r.Key, r => r.Purpose);
        foreach (var row in Rows)
            if (SharedOf(row) is { } decision)
            {
                if (!_shared.TryGetValue(decision, out var shared))
                    _shared[decision] = shared = new();
                shared.Add(row.Number, OtherAmount(row), Share(row));
            }
    }

    // Lines that say of each other whose amount each writes come in together: one that is mended later could not be told alone.
    protected override IReadOnlySet<int> HeldBack()
    {
        var taken = Grants.Select(g => g.Row).ToHashSet();
        var held = new HashSet<int>();
        foreach (var rows in _shared.Values.Select(shared => shared.Rows))
        {
            var missing = rows.Where(row => !taken.Contains(row)).ToList();
            if (missing.Count == 0)
                continue;
            foreach (var row in rows.Where(taken.Contains))
            {
                held.Add(row);
                var refusal = RowRefusals.DecisionIncomplete.With(RowList.Of(missing));
                Faults.Add(new(Table.Sheet, row, Written.GetValueOrDefault(Headings.Share), refusal));
            }
        }
        return held;
    }

    // The decision; with the beneficiary where it has several lines, or none to name it by; with the purpose where one beneficiary has several.
    protected override string CodeOf(SourceRow row)
    {
        var reference = Cell(row, Headings.Identifier);
        return IsOneOfSeveral(row)
                ? $"{DecisionOf(row)}/{BeneficiaryOf(row)}/{PurposeKey.Of(Cell(row, Headings.Title))}"
            : reference.Length == 0 || _linesOf[reference].Count() > 1 ? $"{DecisionOf(row)}/{BeneficiaryOf(row)}"
            : reference;
    }

    protected override GrantRow? Map(SourceRow row)
    {
        var before = Faults.Count;
        var reference = Optional(row, Headings.Identifier, Limits.Short);
        var (title, whole) = TitleOf(row);
        var description = Optional(row, Headings.Description, Limits.Pages);
        var awarded = PastDate(row, Headings.AwardDate);
        var recipient = Required(row, Headings.RecipientName, Limits.Name);
        var funder = Required(row, Headings.FunderName, Limits.Name);
        var currency = Has(Headings.Currency) ? Required(row, Headings.Currency, Limits.Code) : Euro;
        var (amount, share) = (AmountOf(row, currency), ShareOf(row));
        var nature = NatureOf(row);
        if (Faults.Count > before)
            return null;

        var (code, purposeKey) = (CodeOf(row), PurposeKey.Of(Cell(row, Headings.Title)));
        var planned = PeriodOf(row, awarded!.Value);
        var cents = CentsOf(row, amount!.Value, share!.Value);
        if (cents is null)
            return null;
        return new(
            Table.Sheet,
            row.Number,
            code,
            title,
            whole is null ? description : string.Join("\n\n", new[] { whole, description }.OfType<string>()),
            currency,
            cents.Value,
            awarded.Value,
            planned.Starts,
            planned.Ends,
            new(
                FrenchIdentifierOf(row, Headings.RecipientId) ?? FrenchIdentifierOf(row, Headings.RecipientRna),
                recipient,
                null
            ),
            new(FrenchIdentifierOf(row, Headings.FunderId), funder, null),
            WithCurrency()
        )
        {
            Describes = whole is not null || Has(Headings.Description),
            WrittenEndsOn = planned.WrittenEnd,
            DurationMonths = planned.Months,
            Nature = nature,
            Reference = reference,
            Alone =
                share == 1 ? ImmutableDictionary<int, string>.Empty : Alone(row, cents.Value, Headings.Share, Whole),
            IsOneOfSeveral = IsOneOfSeveral(row),
            OtherIdentifiers = [.. OtherCodes(row, reference, purposeKey).Distinct().Where(other => other != code)],
        };
    }

    // What the same line is called where it stands alone or among others, and was when days and numbers went into it as the file wrote them.
    private IEnumerable<string> OtherCodes(SourceRow row, string? reference, string purposeKey)
    {
        var (day, number) = (Cell(row, Headings.AwardDate), FrenchNumbers.Digits(Cell(row, Headings.RecipientId)));
        foreach (var decision in new[] { DecisionOf(row), reference ?? day })
        foreach (var beneficiary in new[] { BeneficiaryOf(row), number, Cell(row, Headings.RecipientName) })
        {
            yield return $"{decision}/{beneficiary}/{purposeKey}";
            yield return $"{decision}/{beneficiary}";
        }
        if (reference is not null)
            yield return reference;
    }

    private string DecisionOf(SourceRow row)
    {
        if (Cell(row, Headings.Identifier) is { Length: > 0 } reference)
            return reference;
        var text = Cell(row, Headings.AwardDate);
        return Day(text) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;
    }

    private bool IsOneOfSeveral(SourceRow row) => _purposesOf[(DecisionOf(row), BeneficiaryOf(row))].Skip(1).Any();

    // The format has no column for it: all amounts are in euros, so that is where another currency would show.
    private Dictionary<string, string> WithCurrency() =>
        Written.ContainsKey(Headings.Currency) || !Written.TryGetValue(Headings.Amount, out var amount)
            ? new(Written)
            : new(Written) { [Headings.Currency] = amount };

    private string BeneficiaryOf(SourceRow row)
    {
        var number = FrenchNumbers.Restored(Cell(row, Headings.RecipientId));
        return number.Length > 0 && !IsRounded(number) ? number : Cell(row, Headings.RecipientName);
    }

    private decimal? ShareOf(SourceRow row)
    {
        var share = Share(row);
        if (share is null)
            Add(row, Headings.Share, RowRefusals.InvalidShare.With(Cell(row, Headings.Share)));
        return share;
    }

    // More than 0 and at most 1, which is also what is meant where nothing is said; null where it is none.
    private decimal? Share(SourceRow row)
    {
        var text = Cell(row, Headings.Share);
        if (text.Length == 0)
            return 1;
        var (number, whole) = text.EndsWith('%') ? (text[..^1].TrimEnd(), 100m) : (text, 1m);
        return
            decimal.TryParse(
                number.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var share
            ) && share / whole is > 0 and <= 1
            ? share / whole
            : null;
    }

    // The decision that a line has a part of; null where it has the whole, and where no decision is named.
    private (string, string)? SharedOf(SourceRow row) =>
        Share(row) is not 1 && Cell(row, Headings.Identifier) is { Length: > 0 } reference
            ? (reference, Cell(row, Headings.FunderName))
            : null;

    private long? CentsOf(SourceRow row, decimal amount, decimal share)
    {
        if (amount == 0)
            return 0;
        if (share == 1)
            return Money.CentsOf(amount);
        var amounts = SharedOf(row) is { } decision ? _shared[decision].Amounts : SharedAmounts.Unknown;
        if (amounts == SharedAmounts.Unknown)
        {
            Add(row, Headings.Share, RowRefusals.AmbiguousShare.With(Cell(row, Headings.Amount)));
            return null;
        }
        var own =
            amounts == SharedAmounts.Own ? amount : decimal.Round(amount * share, 2, MidpointRounding.AwayFromZero);
        if (own > 0)
            return Money.CentsOf(own);
        Add(row, Headings.Share, RowRefusals.ShareTooSmall);
        return null;
    }

    private Nature? NatureOf(SourceRow row)
    {
        var text = Cell(row, Headings.Nature);
        var kinds = Folded
            .Of(text)
            .Split(
                [';', ',', '/', '+', '|', '&', '\n'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
            .SelectMany(kind => kind.Split(" et ", StringSplitOptions.TrimEntries))
            .Select(KindOf)
            .Distinct()
            .ToList();
        if (kinds.Contains(null))
        {
            Add(row, Headings.Nature, RowRefusals.UnknownNature.With(text));
            return null;
        }
        if (kinds.Count > 1)
            Notice(row, Headings.Nature, RowRefusals.MixedNature);
        return kinds is [Nature.InKind] ? Nature.InKind : Nature.Cash;
    }

    // "Aide en numéraire", "numéraire", "aides en nature", "prestations en nature": one word says it, the others go with it.
    private static Nature? KindOf(string kind)
    {
        var words = kind.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.TrimEnd('s', '.'))
            .Where(w => w is not ("aide" or "en" or "subvention" or "prestation" or "don" or "apport" or "de" or "d"))
            .ToList();
        return words switch
        {
            ["numeraire"] or ["financiere"] or ["argent"] => Nature.Cash,
            ["nature"] => Nature.InKind,
            _ => null,
        };
    }

    private PlannedDates PeriodOf(SourceRow row, DateOnly awarded)
    {
        var text = Cell(row, Headings.Period);
        if (text.Length == 0)
            return PlannedDates(row, awarded);
        var none = new PlannedDates(awarded, Starts: null, WrittenEnd: null, Months: null);
        if (IsAmbiguousDay(row, Headings.Period, text))
            return none;
        var days = Period().Match(text) is { Success: true } period
            ? [period.Groups[1].Value, period.Groups[2].Value]
            : new[] { text, text };
        if (Day(days[0]) is { } starts && Day(days[1]) is { } ends && ends >= starts)
            return none with { Starts = starts, WrittenEnd = ends };
        Notice(row, Headings.Period, RowRefusals.InvalidPeriod.With(text));
        return none;
    }

    private string? FrenchIdentifierOf(SourceRow row, string field) =>
        FrenchNumbers.Digits(Cell(row, field)) switch
        {
            { Length: 8 or 9 or 13 or 14 } number when number.All(char.IsAsciiDigit) => SireneOf(
                row,
                field,
                number,
                Cell(row, field)
            ),
            ['W' or 'w', .. { Length: 9 } rest] when rest.All(char.IsAsciiDigit) => $"FR-RNA-W{rest}",
            _ => IdentifierOf(row, field),
        };

    // An underscore in the format's first edition, ISO 8601's stroke in the later ones.
    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})[_/](\d{4}-\d{2}-\d{2})$")]
    private static partial Regex Period();
}
