using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Portfolios;

/// <summary>What portfolios, their policies and their keys refuse.</summary>
public static class PortfolioRefusals
{
    public static readonly Refusal CodeTaken = ProjectRefusals.CodeTaken.Saying(
        new("There is a portfolio {0} already.", "Il existe déjà un portefeuille {0}.")
    );

    public static readonly Refusal CurrenciesDiffer = MoneyRefusals
        .CurrencyDiffers.As(RefusalKind.Refused)
        .Saying(
            new(
                "The portfolios keep different currencies ({0}): a project has one.",
                "Les portefeuilles sont tenus en devises différentes ({0}) : un projet n'en a qu'une."
            )
        );

    public static readonly Refusal UnknownCurrency = Refusal.Invalid(
        "unknown_currency",
        new(
            "'{0}' is no currency of ISO 4217, for example EUR.",
            "« {0} » n'est pas une devise de la norme ISO 4217, par exemple EUR."
        ),
        "This is no currency of ISO 4217."
    );

    public static readonly Refusal Fixed = Refusal.Invalid(
        "fixed",
        new(
            "{0} is fixed: {1}. Ledgers and codes refer to it.",
            "{0} est fixe : {1}. Registres et codes s'y réfèrent."
        ),
        "The value cannot be changed any more."
    );

    public static readonly Refusal ExpiryOutOfRange = CommonRefusals.TooEarly.Saying(
        new(
            "A key expires later than now, and in a year at the latest.",
            "Une clé expire plus tard que maintenant, et dans un an au plus tard."
        )
    );
}
