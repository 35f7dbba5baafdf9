using Pipeline.Domain.Common;

namespace Pipeline.Domain.Risks;

/// <summary>Which passage a risk is of: the gate out of a phase, or any (RC l.2740-2750).</summary>
public enum Passage
{
    /// <summary>Out of conception.</summary>
    [Label("Out of conception", "Sortie de conception")]
    Conception = 1,

    /// <summary>Out of experimentation.</summary>
    [Label("Out of experimentation", "Sortie d'expérimentation")]
    Experimentation,

    /// <summary>Out of modelling.</summary>
    [Label("Out of modelling", "Sortie de modélisation")]
    Modelling,

    /// <summary>Out of scaling-out.</summary>
    [Label("Out of scaling-out", "Sortie d'essaimage")]
    ScalingOut,

    /// <summary>At any time.</summary>
    [Label("Any", "Tous")]
    Any,
}
