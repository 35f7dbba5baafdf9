using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What a portfolio's policy for lifecycles refuses.</summary>
public static class LifecycleRefusals
{
    public static readonly Refusal UnknownCriterion = Refusal.Invalid(
        "unknown_criterion",
        new("'{0}' is no gate criterion; known are {1}.", "« {0} » n'est pas un critère de passage ; sont connus {1}."),
        "This is no criterion of a gate."
    );

    public static readonly Refusal CountOutOfRange = CommonRefusals.TooEarly.Saying(
        new("{0} is a whole number from 1 to {1}.", "{0} est un nombre entier de 1 à {1}.")
    );

    public static readonly Refusal ShareOutOfRange = CommonRefusals.TooEarly.Saying(
        new(
            "{0} is a share: 0 to 1, four decimals at most, for example 0.22.",
            "{0} est une part : de 0 à 1, quatre décimales au plus, par exemple 0.22."
        )
    );

    public static readonly Refusal ClosedBeforeSince = Refusal.Invalid(
        "closed_before_since",
        new(
            "{0} is {1:yyyy-MM-dd}, before the project began to act there ({2:yyyy-MM-dd}).",
            "{0} vaut {1:yyyy-MM-dd}, avant que le projet y agisse ({2:yyyy-MM-dd})."
        ),
        "The territory is closed before the project began to act there."
    );
}
