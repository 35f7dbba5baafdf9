using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What the description and the holdings of a project refuse.</summary>
public static class ProjectRefusals
{
    public static readonly Refusal CodeTaken = Refusal.Refused(
        "code_taken",
        new("The portfolio leads a project {0} already.", "Le portefeuille mène déjà un projet {0}."),
        "The code is in use already."
    );

    public static readonly Refusal LevelOutOfRange = CommonRefusals.TooEarly.Saying(
        new("The level is {0}; 0 to 3 is expected.", "Le niveau est {0} ; 0 à 3 est attendu.")
    );

    public static readonly Refusal SdgOutOfRange = CommonRefusals.TooEarly.Saying(
        new(
            "{0} is no Sustainable Development Goal: 1 to 17 is expected.",
            "{0} n'est pas un objectif de développement durable : 1 à 17 est attendu."
        )
    );

    public static readonly Refusal LeadHoldingRequired = Refusal.Refused(
        "lead_holding_required",
        new(
            "A project has one lead portfolio: make another one the lead first.",
            "Un projet a un portefeuille chef de file : désignez-en d'abord un autre."
        )
    );

    public static readonly Refusal ProjectHasDeliveries = Refusal.Refused(
        "project_has_deliveries",
        new(
            "Support was delivered to the project {0}: it was no mistake. Stop it instead.",
            "Un soutien a été versé au projet {0} : ce n'était pas une erreur. Arrêtez-le plutôt."
        ),
        "Support was delivered to the project, be it reversed: it cannot be voided."
    );

    public static readonly Refusal TakeOverNameless = CommonRefusals.Required.Saying(
        new(
            "Say who takes over: takeOver.organisationId or takeOver.name.",
            "Dites qui prend le relais : takeOver.organisationId ou takeOver.name."
        )
    );
}
