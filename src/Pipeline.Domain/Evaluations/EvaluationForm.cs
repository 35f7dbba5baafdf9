using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>What an evaluation looks at (RC 6).</summary>
public enum EvaluationForm
{
    /// <summary>Performance: of the actions (RC 6).</summary>
    [Label("Performance")]
    Performance = 1,

    /// <summary>Pertinence: the impact on needs (RC 6).</summary>
    [Label("Relevance", "Pertinence")]
    Relevance,

    /// <summary>Partenariat: what the relation brought (RC 6).</summary>
    [Label("Partnership", "Partenariat")]
    Partnership,
}
