using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.EvaluationPlans;

/// <summary>What evaluations are to answer, by stage (RC l.3187-3386); in this product's own words.</summary>
public static class OfferedQuestions
{
    /// <summary>The questions of a stage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such stage.</exception>
    public static IReadOnlyList<Text> Of(Stage stage) =>
        stage switch
        {
            Stage.SocietalRnd =>
            [
                new("Does it answer the need?", "Répond-il au besoin ?"),
                new("Is it feasible?", "Est-il faisable ?"),
                new("What shows the capacity to cooperate?", "Qu'est-ce qui montre la capacité à coopérer ?"),
            ],
            Stage.ProofOfConcept =>
            [
                new("What works, and under which conditions?", "Qu'est-ce qui marche, et à quelles conditions ?"),
                new("Is it rightly sized?", "Est-il bien dimensionné ?"),
                new("Are the ingredients balanced?", "Les ingrédients sont-ils équilibrés ?"),
            ],
            Stage.Deployment =>
            [
                new("What came of the first intuition?", "Qu'est-il advenu de la première intuition ?"),
                new(
                    "What has changed in the solution, the process and the ecosystem?",
                    "Qu'est-ce qui a changé dans la solution, le processus et l'écosystème ?"
                ),
                new("Which effects were not desired?", "Quels effets n'étaient pas désirés ?"),
                new("Who has made it their own?", "Qui se l'est approprié ?"),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
}
