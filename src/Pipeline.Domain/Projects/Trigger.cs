using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What can be asked of a project's lifecycle.</summary>
public enum Trigger
{
    /// <summary>To the next phase, through its gate.</summary>
    [Label("Advance", "Passer à la phase suivante")]
    Advance = 1,

    /// <summary>To the previous phase: learning is not failure.</summary>
    [Label("Step back", "Revenir à la phase précédente")]
    StepBack,

    /// <summary>A pause; the clock of the phase stops.</summary>
    [Label("Hold", "Mettre en pause")]
    Hold,

    /// <summary>The end of a pause.</summary>
    [Label("Resume", "Reprendre")]
    Resume,

    /// <summary>An end without take-over.</summary>
    [Label("Stop", "Arrêter")]
    Stop,

    /// <summary>The end that is hoped for: a public policy, a market or a commons carries it on.</summary>
    [Label("Adopt", "Adopter")]
    Adopt,

    /// <summary>Back from an end to work, phase kept.</summary>
    [Label("Reopen", "Rouvrir")]
    Reopen,
}
