namespace Pipeline.Domain.Projects;

/// <summary>What can be asked of a project's lifecycle.</summary>
public enum Trigger
{
    /// <summary>To the next phase, through its gate.</summary>
    Advance = 1,

    /// <summary>To the previous phase: learning is not failure.</summary>
    StepBack,

    /// <summary>A pause; the clock of the phase stops.</summary>
    Hold,

    /// <summary>The end of a pause.</summary>
    Resume,

    /// <summary>An end without take-over.</summary>
    Stop,

    /// <summary>The end that is hoped for: a public policy, a market or a commons carries it on.</summary>
    Adopt,

    /// <summary>Back from an end to work, phase kept.</summary>
    Reopen,
}

/// <summary>Where a project is: the two coordinates that the lifecycle moves.</summary>
public readonly record struct State(Phase Phase, Standing Standing);
