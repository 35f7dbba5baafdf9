using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>What cannot be exported.</summary>
public static class ExportRefusals
{
    public static readonly Refusal CurrencyNotEuro = Refusal.Refused(
        "currency_not_euro",
        new(
            "Subsidy agreements are published in euros; this portfolio is kept in {0}.",
            "Les conventions de subvention se publient en euros ; ce portefeuille est tenu en {0}."
        ),
        "Subsidy agreements are published in euros; the portfolio is kept in another currency."
    );
}
