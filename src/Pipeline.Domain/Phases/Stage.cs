using Pipeline.Domain.Common;

namespace Pipeline.Domain.Phases;

/// <summary>The three stages (grandes phases) that group the five phases (RC 4-2).</summary>
public enum Stage
{
    /// <summary>R&amp;D sociétale: conception and experimentation (RC 4-2).</summary>
    [Label("Societal R&D", "R&D sociétale")]
    SocietalRnd = 1,

    /// <summary>Preuve de concept: modelling (RC 4-2).</summary>
    [Label("Proof of concept", "Preuve de concept")]
    ProofOfConcept,

    /// <summary>Déploiement: scaling-out and industrialisation (RC 4-2).</summary>
    [Label("Deployment", "Déploiement")]
    Deployment,
}
