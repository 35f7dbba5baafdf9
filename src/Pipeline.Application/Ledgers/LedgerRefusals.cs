using Pipeline.Domain.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>What the ledgers refuse of what they are asked.</summary>
public static class LedgerRefusals
{
    public static readonly Refusal UnknownPortfolio = Refusal.Invalid(
        "unknown_portfolio",
        new("No portfolio {0} holds this project.", "Aucun portefeuille {0} ne détient ce projet."),
        "No such portfolio holds this project."
    );

    public static readonly Refusal KnownInFuture = CommonRefusals.DateInFuture.Saying(
        new(
            "This instant is in the future: nothing is known of it yet.",
            "Cet instant est dans le futur : rien n'en est encore connu."
        )
    );
}
