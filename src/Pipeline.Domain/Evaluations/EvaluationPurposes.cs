using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Evaluations;

/// <summary>What evaluation is for changes with the stage (RC 6).</summary>
public static class EvaluationPurposes
{
    /// <summary>The purpose of evaluation in a stage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such stage.</exception>
    public static Text Of(Stage stage) =>
        stage switch
        {
            Stage.SocietalRnd => new("Relevance and feasibility.", "Pertinence et faisabilité."),
            Stage.ProofOfConcept => new(
                "Ambition and sizing, qualitative and quantitative, conditions of replication.",
                "Ambition et dimensionnement, qualitatif et quantitatif, conditions de réplication."
            ),
            Stage.Deployment => new(
                "Quantitative, social impact, replication and adjustment.",
                "Quantitatif, impact social, réplication et ajustement."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
}
