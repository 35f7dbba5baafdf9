using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Evaluations;

/// <summary>What an evaluation looks at (RC 6).</summary>
public enum EvaluationForm
{
    /// <summary>Performance: of the actions (RC 6).</summary>
    Performance = 1,

    /// <summary>Pertinence: the impact on needs (RC 6).</summary>
    Relevance,

    /// <summary>Partenariat: what the relation brought (RC 6).</summary>
    Partnership,
}

/// <summary>How far an evaluation goes; the order is an order of rigour, so "at least" is a comparison (RC 6).</summary>
public enum EvaluationMaturity
{
    /// <summary>Se conter: the path is told (RC 6).</summary>
    Narrated = 1,

    /// <summary>Se compter: peers are found and compared with (RC 6).</summary>
    Benchmarked,

    /// <summary>Compter: results are measured (RC 6).</summary>
    Measured,
}

/// <summary>Who took part in an evaluation; at least one did (RC 6).</summary>
public enum Participant
{
    /// <summary>Those who have the need (RC 6).</summary>
    Beneficiaries = 1,

    /// <summary>Those who act with the project (RC 6).</summary>
    Partners,

    /// <summary>Researchers (RC 6).</summary>
    Academics,

    /// <summary>People of the craft, advisers (RC 6).</summary>
    Experts,

    /// <summary>Public or collective bodies (RC 6).</summary>
    Institutions,

    /// <summary>Those who do comparable work elsewhere (RC 6).</summary>
    Peers,
}

/// <summary>What an evaluation concludes.</summary>
public enum Verdict
{
    /// <summary>The findings speak for going on as planned.</summary>
    Favourable = 1,

    /// <summary>The findings speak for going on with adjustments.</summary>
    Mixed,

    /// <summary>The findings speak against going on as planned.</summary>
    Unfavourable,
}

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
