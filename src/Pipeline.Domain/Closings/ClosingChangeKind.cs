using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>What was recorded that concerns a closed period.</summary>
public enum ClosingChangeKind
{
    /// <summary>A project was entered, or its beginning moved into the period or out of it.</summary>
    [Label("Project began", "Début d'un projet")]
    ProjectStart = 1,

    /// <summary>A project that was entered by mistake was taken back, with its commitments; by itself or with the import that brought it.</summary>
    [Label("Project taken back", "Projet retiré")]
    ProjectVoid,

    /// <summary>A project joined the portfolio, or changed what it is in it.</summary>
    [Label("Project joined", "Projet entré")]
    Holding,

    /// <summary>A project left the portfolio, or changed what it is in it.</summary>
    [Label("Project left", "Projet sorti")]
    HoldingEnd,

    /// <summary>A version of a plan.</summary>
    [Label("Plan", "Plan")]
    Plan,

    /// <summary>A commitment.</summary>
    [Label("Commitment", "Engagement")]
    Commitment,

    /// <summary>A delivery.</summary>
    [Label("Delivery", "Versement")]
    Delivery,

    /// <summary>A reversal of a delivery.</summary>
    [Label("Reversal", "Contre-passation")]
    Reversal,

    /// <summary>A cancellation of a commitment; by itself, or with the import that brought it.</summary>
    [Label("Cancellation", "Annulation")]
    Cancellation,

    /// <summary>A move of a project.</summary>
    [Label("Transition", "Passage")]
    Transition,

    /// <summary>An evaluation.</summary>
    [Label("Evaluation", "Évaluation")]
    Evaluation,
}
