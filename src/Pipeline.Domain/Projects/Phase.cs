namespace Pipeline.Domain.Projects;

/// <summary>The five phases of a social innovation, in their order (RC 4-2).</summary>
public enum Phase
{
    /// <summary>Needs are found and analysed; ideas for solutions emerge (RC 4-2).</summary>
    Conception = 1,

    /// <summary>The imagined solutions are tested, refined, adapted: a learning loop (RC 4-2).</summary>
    Experimentation,

    /// <summary>What worked is written down: the model others can take up. At its end an invention has a proof of concept (RC 4-2).</summary>
    Modelling,

    /// <summary>Wider spread, carried by the first innovator; the socio-economic model has to be viable from here on (RC 4-2).</summary>
    ScalingOut,

    /// <summary>Spread far beyond the designer: a public policy, or a market carried by others (RC 4-2).</summary>
    Industrialisation,
}

/// <summary>The three stages (grandes phases) that group the five phases (RC 4-2).</summary>
public enum Stage
{
    /// <summary>R&amp;D sociétale: conception and experimentation (RC 4-2).</summary>
    SocietalRnd = 1,

    /// <summary>Preuve de concept: modelling (RC 4-2).</summary>
    ProofOfConcept,

    /// <summary>Déploiement: scaling-out and industrialisation (RC 4-2).</summary>
    Deployment,
}

/// <summary>The order of the phases and the stage each belongs to (RC 4-2).</summary>
public static class Phases
{
    /// <summary>All phases, first to last.</summary>
    public static IReadOnlyList<Phase> All { get; } = [.. Enum.GetValues<Phase>()];

    /// <summary>The stage a phase belongs to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such phase.</exception>
    public static Stage StageOf(this Phase phase) =>
        phase switch
        {
            Phase.Conception or Phase.Experimentation => Stage.SocietalRnd,
            Phase.Modelling => Stage.ProofOfConcept,
            Phase.ScalingOut or Phase.Industrialisation => Stage.Deployment,
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
        };

    /// <summary>The phase after this one; null after the last.</summary>
    public static Phase? Next(this Phase phase) => phase == Phase.Industrialisation ? null : phase + 1;

    /// <summary>The phase before this one; null before the first.</summary>
    public static Phase? Previous(this Phase phase) => phase == Phase.Conception ? null : phase - 1;
}
