using Pipeline.Domain.Common;

namespace Pipeline.Domain.Economics;

/// <summary>What pictures of a socio-economic model refuse of their own.</summary>
public static class EconomicRefusals
{
    public static readonly Refusal TrajectoryOfTarget = Refusal.Invalid(
        "trajectory_of_target_only",
        new(
            "Only the target has a trajectory: it says the way there.",
            "Seule la cible a une trajectoire : elle dit le chemin qui y mène."
        )
    );

    public static readonly Refusal NoEquivalents = CommonRefusals.TooEarly.Saying(
        new(
            "{0} is no number of full-time equivalents: 0 to {1}, nine decimals.",
            "{0} n'est pas un nombre d'équivalents temps plein : de 0 à {1}, neuf décimales."
        )
    );

    public static readonly Refusal NoSize = CommonRefusals.TooEarly.Saying(
        new("{0} is no size: a whole number from 1 to {1}.", "{0} n'est pas une taille : un entier de 1 à {1}.")
    );
}
