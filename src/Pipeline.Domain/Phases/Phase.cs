using Pipeline.Domain.Common;

namespace Pipeline.Domain.Phases;

/// <summary>The five phases of a social innovation, in their order (RC 4-2).</summary>
public enum Phase
{
    /// <summary>Needs are found and analysed; ideas for solutions emerge (RC 4-2).</summary>
    [Label("Conception")]
    Conception = 1,

    /// <summary>The imagined solutions are tested, refined, adapted: a learning loop (RC 4-2).</summary>
    [Label("Experimentation", "Expérimentation")]
    Experimentation,

    /// <summary>What worked is written down: the model others can take up. At its end an invention has a proof of concept (RC 4-2).</summary>
    [Label("Modelling", "Modélisation")]
    Modelling,

    /// <summary>Wider spread, carried by the first innovator; the socio-economic model has to be viable from here on (RC 4-2).</summary>
    [Label("Scaling-out", "Essaimage")]
    ScalingOut,

    /// <summary>Spread far beyond the designer: a public policy, or a market carried by others (RC 4-2).</summary>
    [Label("Industrialisation")]
    Industrialisation,
}
