using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A project's evaluations.</summary>
internal static class EvaluationWords
{
    public static readonly Text Title = new("Evaluations", "Évaluations"),
        None = new("No evaluation is recorded yet.", "Aucune évaluation n'est encore enregistrée."),
        Record = new("Record an evaluation", "Enregistrer une évaluation"),
        Recorded = new("The evaluation is recorded.", "L'évaluation est enregistrée."),
        By = new("by {0}, with {1}", "par {0}, avec {1}"),
        Indicator = new("Indicator", "Indicateur"),
        Baseline = new("Before", "Avant"),
        Target = new("Aim", "Visé"),
        Value = new("Found", "Constaté"),
        Unit = new("Unit", "Unité"),
        Goal = new("goal {0}", "ODD {0}"),
        Alliance = new("Alliance that was evaluated", "Alliance évaluée"),
        AllianceHelp =
            new(
                "Wanted of a partnership evaluation: the gate asks which alliance it is of.",
                "Attendue pour une évaluation de partenariat : le jalon demande de quelle alliance il s'agit."
            ),
        Indicators = new("Indicators", "Indicateurs");
}
