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
            throw InvalidValueException.Of(
                $"{field}.currency",
                "currency_differs",
                new(
                    $"The amount is in {money.Currency}; this portfolio is kept in {currency}.",
                    $"Le montant est en {money.Currency} ; ce portefeuille est tenu en {currency}."
                )
            );
        return Money.CentsOf(money.Amount, $"{field}.amount");
    }
}
