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

    public static readonly Refusal StartContradicted = Refusal.Refused(
        "start_contradicted",
        new(
            "The project cannot have begun on {0}: there is {1} of {2}.",
            "Le projet ne peut avoir débuté le {0} : il y a {1} du {2}."
        ),
        "What is recorded already contradicts the project's beginning."
    );

    public static readonly Refusal StartCounted = StartContradicted.Saying(
        new(
            "The beginning stays: the project was held, stopped or reopened in conception, and its time there was counted from it.",
            "Le début reste : le projet a été suspendu, arrêté ou rouvert en conception, et son temps dans cette phase a été compté à partir de là."
        )
    );

    public static readonly Refusal LeadHoldingRequired = Refusal.Refused(
        "lead_holding_required",
        new(
            "A project has one lead portfolio: make another one the lead first.",
            "Un projet a un portefeuille chef de file : désignez-en d'abord un autre."
        )
    );

    public static readonly Refusal HoldingToBeEnded = Refusal.Refused(
        "holding_to_be_ended",
        new(
            "Only a holding of today without commitments is undone; any other one is ended, by a day and with a reason.",
            "Seule une détention du jour même et sans engagement s'efface ; mettez fin à toute autre, à une date et avec un motif."
        ),
        "Only a holding of today without commitments is undone; any other one is ended."
    );

    public static readonly Refusal EndedBeforeHolding = Refusal.Invalid(
        "ended_before_holding",
        new(
            "{0} is {1}, before the portfolio held the project ({2}).",
            "{0} vaut {1}, avant que le portefeuille ne détienne le projet ({2})."
        ),
        "The end lies before the holding."
    );

    public static readonly Refusal EndedBeforeCommitment = Refusal.Invalid(
        "ended_before_commitment",
        new(
            "{0} is {1}, before the portfolio's last commitment to the project ({2}).",
            "{0} vaut {1}, avant le dernier engagement du portefeuille envers le projet ({2})."
        ),
        "The end lies before a commitment of the portfolio that leaves."
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
            "Say who takes over: an organisation of the directory, or a name.",
            "Dites qui prend le relais : une organisation de l'annuaire, ou un nom."
        )
    );
}
