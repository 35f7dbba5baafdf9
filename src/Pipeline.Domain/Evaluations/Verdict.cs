using Pipeline.Domain.Common;

namespace Pipeline.Domain.Evaluations;

/// <summary>What an evaluation concludes.</summary>
public enum Verdict
{
    /// <summary>The findings speak for going on as planned.</summary>
    [Label("Favourable", "Favorable")]
    Favourable = 1,

    /// <summary>The findings speak for going on with adjustments.</summary>
    [Label("Mixed", "Mitigé")]
    Mixed,

    /// <summary>The findings speak against going on as planned.</summary>
    [Label("Unfavourable", "Défavorable")]
    Unfavourable,
}
