using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What saved views refuse of their own.</summary>
public static class SavedViewRefusals
{
    public static readonly Refusal NameTaken = Refusal.Refused(
        "name_taken",
        new("There is a view called {0} already.", "Il y a déjà une vue nommée {0}."),
        "The owner of the view has another one of that name."
    );

    public static readonly Refusal TooMany = CommonRefusals
        .TooMany.As(RefusalKind.Refused)
        .Saying(
            new(
                "You keep {0} views already, the most that one person keeps.",
                "Vous conservez déjà {0} vues, le maximum par personne."
            )
        );
}
