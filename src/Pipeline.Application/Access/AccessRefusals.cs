using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Access;

/// <summary>What a caller may not do.</summary>
public static class AccessRefusals
{
    public static readonly Refusal PeopleOnly = Refusal.Forbidden(
        "people_only",
        new("A key cannot do this: sign in as a person.", "Une clé ne peut pas le faire : connectez-vous en personne.")
    );

    public static readonly Refusal AdministratorsOnly = Refusal.Forbidden(
        "administrators_only",
        new("Only administrators do this.", "Seuls les administrateurs peuvent le faire.")
    );

    public static readonly Refusal ManagersOnly = TransitionRefusals.ManagersDecideOnly.Saying(
        new(
            "Only managers of the portfolio and administrators do this.",
            "Seuls les gestionnaires du portefeuille et les administrateurs peuvent le faire."
        )
    );

    public static readonly Refusal LedgersNotPermitted = Refusal.Forbidden(
        "ledgers_not_permitted",
        new(
            "Only managers and finance keep the ledgers of the portfolio.",
            "Seuls les gestionnaires et les finances tiennent les registres du portefeuille."
        )
    );

    public static readonly Refusal DescribingNotPermitted = Refusal.Forbidden(
        "describing_not_permitted",
        new(
            "Only owners and managers of the project describe it.",
            "Seuls les porteurs et les gestionnaires du projet le décrivent."
        )
    );
}
