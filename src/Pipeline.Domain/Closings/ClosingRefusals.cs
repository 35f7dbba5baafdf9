using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>What closings refuse.</summary>
public static class ClosingRefusals
{
    public static readonly Refusal NotAfterLast = Refusal.Refused(
        "closing_not_after_last",
        new(
            "{0} is closed already: the portfolio is closed up to {1}, and what follows is a later day.",
            "Le {0} est déjà arrêté : le portefeuille est arrêté au {1}, et la suite est un jour plus tardif."
        ),
        "The day is not after the last one that was closed."
    );

    public static readonly Refusal NotPermitted = Refusal.Forbidden(
        "closings_not_permitted",
        new(
            "Only managers and finance of the portfolio close its periods.",
            "Seuls les gestionnaires et les finances du portefeuille arrêtent ses périodes."
        )
    );
}
