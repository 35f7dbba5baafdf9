using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>How far an evaluation goes; the order is an order of rigour, so "at least" is a comparison (RC 6).</summary>
public enum EvaluationMaturity
{
    /// <summary>Se conter: the path is told (RC 6).</summary>
    [Label("Narrated", "Se conter")]
    Narrated = 1,

    /// <summary>Se compter: peers are found and compared with (RC 6).</summary>
    [Label("Benchmarked", "Se compter")]
    Benchmarked,

    /// <summary>Compter: results are measured (RC 6).</summary>
    [Label("Measured", "Compter")]
    Measured,
}
