namespace Pipeline.Domain.Common;

/// <summary>
/// An exact, positive amount in whole cents of one currency. Sums over many amounts are kept as plain <see cref="long"/>
/// cents: 10,000 amounts at the limit stay far below what a <see cref="long"/> holds.
/// </summary>
public sealed record Money
{
    /// <summary>The largest single amount: 10^13 cents, a hundred thousand million.</summary>
    public const long MaxCents = 10_000_000_000_000;

    /// <summary>Whole cents, 1 to <see cref="MaxCents"/>.</summary>
    public long Cents { get; }

    /// <summary>ISO 4217 code, three capital letters.</summary>
    public string Currency { get; }

    /// <summary>The amount in units, two decimals.</summary>
    public decimal Amount => Cents / 100m;

    private Money(long cents, string currency) => (Cents, Currency) = (cents, currency);

    /// <summary>An amount as it was written.</summary>
    /// <param name="amount">Units; more than zero, at most two decimals, at most 10^13 cents.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="field">Where it came from, for the error.</param>
    /// <exception cref="InvalidValueException"><c>amount_not_positive</c>, <c>too_many_decimals</c>, <c>amount_too_large</c>, <c>invalid_currency</c>.</exception>
    public static Money Of(decimal amount, string currency, string field = "amount") =>
        new(CentsOf(amount, field), CurrencyOf(currency, "currency"));

    /// <summary>The cents of a positive amount; the rules of <see cref="Of"/>.</summary>
    public static long CentsOf(decimal amount, string field = "amount")
    {
        if (amount <= 0)
            throw MoneyRefusals.AmountNotPositive.With(amount).At(field);
        if (amount > MaxCents / 100m)
            throw MoneyRefusals.AmountTooLarge.At(field);
        var cents = amount * 100;
        if (cents != decimal.Truncate(cents))
            throw MoneyRefusals.TooManyDecimals.With(amount).At(field);
        return (long)cents;
    }

    /// <summary>The cents of an amount that is told and not booked, which may be none; else the rules of <see cref="Of"/>.</summary>
    public static long StatedCentsOf(decimal amount, string field) =>
        amount == 0 ? 0
        : amount > 0 ? CentsOf(amount, field)
        : throw MoneyRefusals.AmountNegative.With(amount).At(field);

    /// <summary>Cents that are an amount, 1 to <see cref="MaxCents"/>: what a ledger asks of every entry, whoever writes it.</summary>
    /// <exception cref="InvalidValueException"><c>amount_not_positive</c>, <c>amount_too_large</c>.</exception>
    public static long CheckedCents(long cents, string field = "amount") => CentsOf(cents / 100m, field);

    /// <summary>A currency code as it was written, checked for its form.</summary>
    /// <exception cref="InvalidValueException"><c>invalid_currency</c>.</exception>
    public static string CurrencyOf(string? currency, string field) =>
        currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper)
            ? currency
            : throw MoneyRefusals.InvalidCurrency.With(currency).At(field);
}
