using Pipeline.Domain.Common;

namespace Pipeline.Application.Reference;

/// <summary>What reference data refuse.</summary>
public static class ReferenceRefusals
{
    public static readonly Refusal IncompleteTable = Refusal.Invalid(
        "incomplete_table",
        new(
            "Each of the 5 phases and 4 levers is expected once: 20 entries.",
            "Chacune des 5 phases et chacun des 4 leviers est attendu une fois : 20 entrées."
        ),
        "Each phase and lever is expected once."
    );

    public static readonly Refusal NeedOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A need is a whole number from 0 to 3.", "Un besoin est un nombre entier de 0 à 3.")
    );

    public static readonly Refusal ShareOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A share is 0 to 1, with four decimals at most.", "Une part va de 0 à 1, avec quatre décimales au plus.")
    );
}
