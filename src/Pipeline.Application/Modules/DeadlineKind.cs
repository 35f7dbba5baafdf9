using Pipeline.Domain.Common;

namespace Pipeline.Application.Modules;

/// <summary>What is due. Codes are public; each module adds its own.</summary>
public enum DeadlineKind
{
    /// <summary>A report waits for its decision.</summary>
    [Label("Review of a report", "Examen d'un passage")]
    TransitionReview = 1,

    /// <summary>A commitment ends with something undelivered.</summary>
    [Label("End of a commitment", "Fin d'un engagement")]
    CommitmentEnd,

    /// <summary>An API key expires.</summary>
    [Label("Expiry of a key", "Expiration d'une clé")]
    KeyExpiry,

    /// <summary>Both sides of an agreement meet about it.</summary>
    [Label("Review of an agreement", "Point sur une convention")]
    AgreementReview,

    /// <summary>An agreement ends.</summary>
    [Label("End of an agreement", "Fin d'une convention")]
    AgreementEnd,

    /// <summary>What an agreement is to bring about.</summary>
    [Label("Objective of an agreement", "Objectif d'une convention")]
    AgreementObjective,

    /// <summary>An evaluation is planned.</summary>
    [Label("Planned evaluation", "Évaluation prévue")]
    PlannedEvaluation,

    /// <summary>An alliance ends as planned.</summary>
    [Label("End of an alliance", "Fin d'une alliance")]
    AllianceEnd,

    /// <summary>An impact can be judged; it takes its time, and is never late.</summary>
    [Label("Reading of an impact", "Constat d'un impact")]
    ImpactReading,

    /// <summary>The day by which an indicator is to have reached its target, for whoever reads it.</summary>
    [Label("Target of an indicator", "Cible d'un indicateur")]
    IndicatorTarget,

    /// <summary>A step on the way to the target model.</summary>
    [Label("Milestone of the socio-economic model", "Jalon du modèle économique")]
    TrajectoryMilestone,

    /// <summary>A progress report is wanted.</summary>
    [Label("Progress report", "Compte rendu")]
    ProgressReport,

    /// <summary>A cohort meets; it waits until somebody says who was there.</summary>
    [Label("Session of a programme", "Session d'un programme")]
    ProgrammeSession,
}
