using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>What schedules and progress reports refuse of their own.</summary>
public static class ProgressRefusals
{
    public static readonly Refusal NoLength = CommonRefusals.TooEarly.Saying(
        new(
            "{0} is no length of a period: 1, 3, 6 or 12 months.",
            "{0} n'est pas une durée de période : 1, 3, 6 ou 12 mois."
        )
    );

    public static readonly Refusal NoDays = CommonRefusals.TooEarly.Saying(
        new("{0} is no number of days here: 0 to {1}.", "{0} n'est pas un nombre de jours admis ici : 0 à {1}.")
    );

    public static readonly Refusal NoSchedule = Refusal.Refused(
        "no_report_schedule",
        new(
            "The portfolio that leads the project asks for no progress reports.",
            "Le portefeuille qui pilote le projet ne demande pas de comptes rendus."
        )
    );

    public static readonly Refusal NotAPeriod = Refusal.Invalid(
        "not_a_period",
        new(
            "No period that the project owes a report on ends on {0}; such periods end on {1}.",
            "Aucune période dont le projet doit rendre compte ne se termine le {0} ; elles se terminent le {1}."
        ),
        "No period that a report is owed on ends on this day."
    );

    public static readonly Refusal SectionMissing = CommonRefusals.Required.Saying(
        new("The section “{0}” has no text yet.", "La rubrique « {0} » n'a pas encore de texte.")
    );

    public static readonly Refusal NothingToSubmit = Refusal.Refused(
        "nothing_to_submit",
        new(
            "Nothing was written since: save a draft first.",
            "Rien n'a été écrit depuis : enregistrez d'abord un brouillon."
        )
    );

    public static readonly Refusal PeriodRuns = Refusal.Refused(
        "period_runs",
        new(
            "The period ends on {0}: its report can be submitted from that day on.",
            "La période se termine le {0} : le compte rendu se remet à partir de ce jour."
        ),
        "The period is not over yet."
    );

    public static readonly Refusal Waits = Refusal.Refused(
        "report_waits",
        new("The report waits for a manager's answer.", "Le compte rendu attend la réponse d'un gestionnaire.")
    );

    public static readonly Refusal Accepted = Refusal.Refused(
        "report_accepted",
        new("The report is accepted already.", "Le compte rendu est déjà accepté.")
    );

    public static readonly Refusal NothingSubmitted = Refusal.Refused(
        "nothing_submitted",
        new("No report waits for an answer.", "Aucun compte rendu n'attend de réponse.")
    );
}
