using System.ComponentModel.DataAnnotations;

namespace Pipeline.Domain.Common;

/// <summary>An amount within a document, as it was written; a document keeps what was stated, hence no cents.</summary>
/// <param name="Amount">Units; zero or more, two decimals at most.</param>
/// <param name="Currency">ISO 4217; the lead portfolio's.</param>
public sealed record StatedMoney(decimal Amount, [property: StringLength(3, MinimumLength = 3)] string Currency)
{
    /// <summary>The same in whole cents.</summary>
    public long InCents() => (long)(Amount * 100);

    /// <summary>Held against the currency that the document's amounts are in.</summary>
    /// <exception cref="InvalidValueException"><c>currency_differs</c>, or what <see cref="Money"/> refuses.</exception>
    public StatedMoney Checked(string currency, string field)
    {
        if (Money.CurrencyOf(Currency, $"{field}.currency") != currency)
            throw MoneyRefusals.CurrencyDiffers.With(Currency, currency).At($"{field}.currency");
        Money.StatedCentsOf(Amount, $"{field}.amount");
        return this;
    }
}
