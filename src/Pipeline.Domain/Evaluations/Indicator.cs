namespace Pipeline.Domain.Evaluations;

/// <summary>A figure that an evaluation looked at.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Baseline">Before; may be missing.</param>
/// <param name="Target">Hoped for; may be missing.</param>
/// <param name="Value">Found; may be missing.</param>
/// <param name="IrisMetric">Metric id of the IRIS+ catalogue, for example <c>OI1571</c>; may be missing.</param>
/// <param name="Sdg">Sustainable Development Goal 1 to 17; may be missing.</param>
public sealed record Indicator(
    string Name,
    string Unit,
    decimal? Baseline,
    decimal? Target,
    decimal? Value,
    string? IrisMetric,
    int? Sdg
);
