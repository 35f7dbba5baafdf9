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
        new("knownAt is in the future.", "knownAt est dans le futur.")
    );
}
