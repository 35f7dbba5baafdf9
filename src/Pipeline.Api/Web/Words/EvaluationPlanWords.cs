using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The evaluations that a project plans.</summary>
internal static class EvaluationPlanWords
{
    public static readonly Text Title = new("Evaluation plan", "Plan d'évaluation"),
        None = new("No evaluation is planned yet.", "Aucune évaluation n'est encore prévue."),
        What = new("Evaluation", "Évaluation"),
        Budget = new("Budget", "Budget"),
        State = new("State", "État"),
        Edit = new("What is planned", "Ce qui est prévu"),
        EditHelp =
            new(
                "An evaluation that is taken away leaves the plan; one that will not be done is better cancelled with its reason.",
                "Une évaluation retirée quitte le plan ; mieux vaut annuler, avec son motif, celle qui n'aura pas lieu."
            ),
        Saved = new("The plan is saved.", "Le plan est enregistré."),
        Amount = new("Budget, in {0}", "Budget, en {0}"),
        Questions = new("What it is to answer, a line each", "Ce à quoi elle doit répondre, une ligne chacune"),
        Framework =
            new("By what it judges, and with whom that was built", "Sur quoi elle juge, et avec qui c'est construit"),
        Cancelled = new("Why it will not be done", "Pourquoi elle n'aura pas lieu"),
        KeyActors = new("Who has taken part", "Qui y a pris part"),
        KeyActorsHelp =
            new(
                "Academics, beneficiaries and partners: an evaluation needs all three over time.",
                "Académiques, bénéficiaires et partenaires : l'évaluation a besoin des trois au fil du temps."
            ),
        NotYet = new("not yet", "pas encore"),
        Offered = new("What to ask, by stage", "Quoi demander, selon l'étape"),
        DueOn = new("Due on", "Échéance"),
        EvaluatorKind = new("Who is to do it", "Qui doit la mener"),
        Participants = new("Who is to take part", "Qui doit y prendre part"),
        Budgeted = new("budgets together {0}, planned {1}", "budgets au total {0}, prévu {1}"),
        Marks = new("The planned evaluation that this one is", "L'évaluation prévue que c'est"),
        DoneBy = new("Who did it", "Qui l'a menée"),
        Cost = new("What it cost, in {0}", "Ce qu'elle a coûté, en {0}"),
        Gap = new("What came otherwise than the first intuition", "L'écart avec la première intuition"),
        Drift = new("What drift was noted", "La dérive constatée"),
        Ecosystem = new("How the ecosystem changed", "Comment l'écosystème a changé"),
        More = new("What came of it besides", "Ce qui en ressort par ailleurs");
}
