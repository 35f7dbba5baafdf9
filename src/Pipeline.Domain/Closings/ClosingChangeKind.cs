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

    /// <summary>Money that came back on a loan or on equity, or the entry that takes it back.</summary>
    [Label("Repayment", "Remboursement")]
    Repayment,

    /// <summary>What somebody found who looked at an impact.</summary>
    [Label("Impact reading", "Lecture d'un impact")]
    ImpactReading,

    /// <summary>What an indicator was, or the entry that takes it back.</summary>
    [Label("Indicator reading", "Relevé d'indicateur")]
    IndicatorReading,

    /// <summary>A version of a support agreement.</summary>
    [Label("Support agreement", "Convention")]
    Agreement,

    /// <summary>A version of an alliance.</summary>
    [Label("Alliance", "Alliance")]
    Alliance,

    /// <summary>A version of the risks of a project.</summary>
    [Label("Risks", "Risques")]
    Risks,

    /// <summary>A version of what a project brings about.</summary>
    [Label("Impact", "Impact")]
    Impact,

    /// <summary>A version of how a project lives, or is to live.</summary>
    [Label("Economic model", "Modèle économique")]
    Economics,

    /// <summary>A version of what a project aims at, by indicator.</summary>
    [Label("Indicator targets", "Cibles d'indicateurs")]
    IndicatorTargets,

    /// <summary>A version of the evaluations that a project plans.</summary>
    [Label("Evaluation plan", "Plan d'évaluation")]
    EvaluationPlan,

    /// <summary>A version of a progress report.</summary>
    [Label("Progress report", "Rapport d'avancement")]
    ProgressReport,

    /// <summary>A project was described anew.</summary>
    [Label("Project described", "Projet décrit")]
    ProjectDescription,

    /// <summary>A project was put under other goals, domains or regions.</summary>
    [Label("Goals, domains and regions", "Objectifs, domaines et régions")]
    Classification,

    /// <summary>A move of a project was reported, and waited for its answer.</summary>
    [Label("Transition reported", "Passage déclaré")]
    TransitionReport,

    /// <summary>A reported move was answered, or taken back.</summary>
    [Label("Transition answered", "Réponse à un passage")]
    TransitionAnswer,

    /// <summary>The portfolio was called otherwise, or its rules were changed.</summary>
    [Label("Portfolio and its rules", "Portefeuille et ses règles")]
    Portfolio,

    /// <summary>A version of the indicators that the portfolio asks for.</summary>
    [Label("List of indicators", "Liste d'indicateurs")]
    IndicatorList,

    /// <summary>A version of a programme.</summary>
    [Label("Programme", "Parcours")]
    Programme,

    /// <summary>A version of a cohort.</summary>
    [Label("Cohort", "Promotion")]
    Cohort,

    /// <summary>A version of somebody's way with a cohort.</summary>
    [Label("Participation", "Participation")]
    Participation,
}
