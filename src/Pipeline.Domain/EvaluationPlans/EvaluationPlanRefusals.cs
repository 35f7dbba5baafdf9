using Pipeline.Domain.Common;

namespace Pipeline.Domain.EvaluationPlans;

/// <summary>What is refused that names a planned evaluation.</summary>
public static class EvaluationPlanRefusals
{
    public static readonly Refusal UnknownPlanned = Refusal.Invalid(
        "unknown_planned_evaluation",
        new("The project's plan has no evaluation {0}.", "Le plan du projet n'a pas d'évaluation {0}."),
        "The project's plan has no such evaluation."
    );

    public static readonly Refusal PlannedCancelled = Refusal.Invalid(
        "planned_evaluation_cancelled",
        new(
            "The planned evaluation {0} is cancelled: plan it again first.",
            "L'évaluation prévue {0} est annulée : prévoyez-la d'abord à nouveau."
        ),
        "The planned evaluation is cancelled."
    );

    public static readonly Refusal PlannedDone = Refusal.Invalid(
        "planned_evaluation_done",
        new(
            "The planned evaluation {0} was carried out already: another one is planned by itself.",
            "L'évaluation prévue {0} a déjà été menée : une autre se prévoit à part."
        ),
        "The planned evaluation was carried out already, and stays as it is."
    );

    public static readonly Refusal DoneLeftOut = PlannedDone.Saying(
        new(
            "The planned evaluation {0} was carried out: it stays in the plan.",
            "L'évaluation prévue {0} a été menée : elle reste dans le plan."
        )
    );
}
