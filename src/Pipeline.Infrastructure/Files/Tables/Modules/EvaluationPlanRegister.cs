using Pipeline.Application.EvaluationPlans;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Planned evaluations of projects, and what came of them.</summary>
internal static class EvaluationPlanRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<EvaluationPlanRow> Register = new(
        "EvaluationPlan",
        new("Evaluation plan", "Plan d'évaluation"),
        [
            Columns.Project<EvaluationPlanRow>(r => r.ProjectCode),
            Columns.ProjectName<EvaluationPlanRow>(r => r.ProjectName),
            new(
                "phase",
                new("Phase", "Phase"),
                new("Of which phase.", "De quelle phase."),
                CellKind.Text,
                18,
                r => r.Phase
            ),
            new(
                "form",
                new("Form", "Forme"),
                new("What it looks at.", "Ce qu'elle regarde."),
                CellKind.Text,
                16,
                r => r.Form
            ),
            new(
                "maturity",
                new("Maturity", "Maturité"),
                new("How far it goes.", "Jusqu'où elle va."),
                CellKind.Text,
                16,
                r => r.Maturity
            ),
            new(
                "dueOn",
                new("Due on", "Échéance"),
                new("By which day.", "Pour quelle date."),
                CellKind.Date,
                12,
                r => r.DueOn
            ),
            new(
                "state",
                new("State", "État"),
                new(
                    "Planned, due, late, done or cancelled, on the day.",
                    "Prévue, à mener, en retard, menée ou annulée, ce jour."
                ),
                CellKind.Text,
                14,
                r => r.State
            ),
            new(
                "doneOn",
                new("Done on", "Menée le"),
                new(
                    "The day of the evaluation that marks it done.",
                    "Le jour de l'évaluation qui la marque comme menée."
                ),
                CellKind.Date,
                12,
                r => r.DoneOn
            ),
            new(
                "evaluatorKind",
                new("Evaluator", "Évaluateur"),
                new("Who is to do it.", "Qui doit la mener."),
                CellKind.Text,
                20,
                r => r.EvaluatorKind
            ),
            new(
                "budget",
                new("Budget", "Budget"),
                new("What it may cost.", "Ce qu'elle peut coûter."),
                CellKind.Money,
                14,
                r => r.BudgetCents
            ),
            new(
                "cost",
                new("Cost", "Coût"),
                new("What the evaluation cost.", "Ce que l'évaluation a coûté."),
                CellKind.Money,
                14,
                r => r.CostCents
            ),
            new(
                "participants",
                new("Participants", "Participants"),
                new("Who is to take part.", "Qui doit y prendre part."),
                CellKind.Text,
                30,
                r => r.Participants
            ),
            new(
                "questions",
                new("Questions", "Questions"),
                new("What it is to answer.", "Ce à quoi elle doit répondre."),
                CellKind.Text,
                50,
                r => r.Questions
            ),
            new(
                "framework",
                new("Framework", "Cadre"),
                new(
                    "By what it judges, and with whom that was built.",
                    "Sur quoi elle juge, et avec qui c'est construit."
                ),
                CellKind.Text,
                40,
                r => r.Framework
            ),
            new(
                "cancelledReason",
                new("Cancelled because", "Annulée car"),
                new("Why it will not be done.", "Pourquoi elle n'aura pas lieu."),
                CellKind.Text,
                30,
                r => r.CancelledReason
            ),
            new(
                "id",
                new("Id", "Id"),
                new("Of the planned evaluation.", "De l'évaluation prévue."),
                CellKind.Text,
                38,
                r => r.Id.ToString()
            ),
            Columns.ProjectId<EvaluationPlanRow>(r => r.ProjectId),
        ]
    );
}
