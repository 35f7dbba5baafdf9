using Pipeline.Domain.Common;

namespace Pipeline.Domain.Risks;

/// <summary>What lists of risks refuse of their own.</summary>
public static class RiskRefusals
{
    public static readonly Refusal Unnamed = Refusal.Invalid(
        "risk_unnamed",
        new(
            "A risk has either a code of the reference list or a label of its own.",
            "Un risque a soit un code de la liste de référence, soit un libellé (label) qui lui est propre."
        )
    );

    public static readonly Refusal OutOfScale = CommonRefusals.TooEarly.Saying(
        new("{0} is no value of this scale: 1 to 3.", "{0} n'est pas une valeur de cette échelle : 1 à 3.")
    );
}
