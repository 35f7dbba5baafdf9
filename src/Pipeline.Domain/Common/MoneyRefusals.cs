namespace Pipeline.Domain.Common;

/// <summary>What is no amount.</summary>
public static class MoneyRefusals
{
    public static readonly Refusal InvalidAmount = Refusal.Invalid(
        "invalid_amount",
        new(
            "'{0}' is no amount: digits with a decimal point are expected, for example 1250.50.",
            "« {0} » n'est pas un montant : des chiffres avec un point décimal sont attendus, par exemple 1250.50."
        ),
        "A number, or money with amount and currency, is expected."
    );

    public static readonly Refusal CurrencyDiffers = Refusal.Invalid(
        "currency_differs",
        new(
            "The amount is in {0}; this portfolio is kept in {1}.",
            "Le montant est en {0} ; ce portefeuille est tenu en {1}."
        ),
        "The portfolio is kept in another currency."
    );

    public static readonly Refusal AmountNotPositive = Refusal.Invalid(
        "amount_not_positive",
        new("The amount is {0}; it has to be more than zero.", "Le montant est {0} ; il doit être supérieur à zéro."),
        "The amount has to be more than zero."
    );

    public static readonly Refusal AmountNegative = AmountNotPositive.Saying(
        new("The amount is {0}; it has to be zero or more.", "Le montant est {0} ; il doit être de zéro ou plus.")
    );

    public static readonly Refusal AmountTooLarge = Refusal.Invalid(
        "amount_too_large",
        new("The amount is over the limit of 100,000,000,000.", "Le montant dépasse la limite de 100 000 000 000."),
        "The amount is over the limit."
    );

    public static readonly Refusal TooManyDecimals = Refusal.Invalid(
        "too_many_decimals",
        new("The amount {0} has more than two decimals.", "Le montant {0} a plus de deux décimales."),
        "The number has more decimals than are accepted."
    );

    public static readonly Refusal InvalidCurrency = Refusal.Invalid(
        "invalid_currency",
        new(
            "'{0}' is not a currency: an ISO 4217 code of three capital letters is expected, for example EUR.",
            "« {0} » n'est pas une devise : un code ISO 4217 de trois capitales est attendu, par exemple EUR."
        ),
        "An ISO 4217 code of three capital letters is expected."
    );

    /// <summary>Everything that an amount in a request can get wrong.</summary>
    public static readonly IReadOnlyList<Refusal> All =
    [
        CurrencyDiffers,
        InvalidCurrency,
        AmountNotPositive,
        AmountTooLarge,
        TooManyDecimals,
    ];
}
