using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>Money that comes in: exact cents, in the ledger's own currency.</summary>
internal static class MoneyIn
{
    /// <exception cref="InvalidValueException"><c>currency_differs</c>, or what <see cref="Money"/> refuses.</exception>
    public static long Cents(MoneyDto money, string currency, string field)
    {
        if (Money.CurrencyOf(money.Currency, $"{field}.currency") != currency)
            throw MoneyRefusals.CurrencyDiffers.With(money.Currency, currency).At($"{field}.currency");
        return Money.CentsOf(money.Amount, $"{field}.amount");
    }
}
