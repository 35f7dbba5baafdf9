namespace Pipeline.Domain.Phases;

/// <summary>The order of the phases and the stage each belongs to (RC 4-2).</summary>
public static class PhaseOrder
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
