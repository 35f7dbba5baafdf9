namespace Pipeline.Domain.Audit;

/// <summary>What a change was made to. The codes are hashed with the entries: a member is added, never renamed.</summary>
public enum AuditKind
{
    /// <summary>A project with its description, lists, owners and holdings.</summary>
    Project = 1,

    /// <summary>A reported transition with its decision and effect.</summary>
    Transition,

    /// <summary>A version of a plan with its lines.</summary>
    Plan,

    /// <summary>A commitment and its cancellation.</summary>
    Commitment,

    /// <summary>A delivery or its reversal.</summary>
    Delivery,

    /// <summary>An evaluation.</summary>
    Evaluation,

    /// <summary>A portfolio with its policy and members.</summary>
    Portfolio,

    /// <summary>An entry of the directory.</summary>
    Organisation,

    /// <summary>Somebody who can sign in.</summary>
    User,

    /// <summary>Reference data that an administrator changed.</summary>
    ReferenceData,

    /// <summary>Somebody signed in or out.</summary>
    Session,

    /// <summary>A link that sets a password once.</summary>
    PasswordLink,

    /// <summary>A machine's key.</summary>
    ApiKey,

    /// <summary>A file that was taken in, and that it was taken back.</summary>
    Import,

    /// <summary>A mapping of a portfolio.</summary>
    ImportMapping,

    /// <summary>An address that events are sent to.</summary>
    Webhook,

    /// <summary>A file of a project.</summary>
    Document,

    /// <summary>A support agreement.</summary>
    Agreement,

    /// <summary>An alliance of a project.</summary>
    Alliance,

    /// <summary>The risks of a project.</summary>
    Risks,

    /// <summary>A repayment, or its reversal.</summary>
    Repayment,

    /// <summary>An impact of a project.</summary>
    Impact,

    /// <summary>What was found of an impact.</summary>
    ImpactReading,

    /// <summary>How a project lives.</summary>
    CurrentEconomics,

    /// <summary>How a project is to live.</summary>
    TargetEconomics,

    /// <summary>A period of a portfolio that was closed.</summary>
    Closing,

    /// <summary>The indicators of a portfolio.</summary>
    Indicators,

    /// <summary>What a project aims at, by indicator.</summary>
    IndicatorTargets,

    /// <summary>What an indicator of a project was, or its reversal.</summary>
    IndicatorReading,

    /// <summary>The evaluations that a project plans.</summary>
    EvaluationPlan,

    /// <summary>A progress report, or what was answered to it.</summary>
    ProgressReport,

    /// <summary>A progress report that is being written.</summary>
    ProgressDraft,

    /// <summary>How a project placed itself.</summary>
    Diagnosis,

    /// <summary>When people are reminded of a portfolio's deadlines.</summary>
    ReminderRules,

    /// <summary>A view of the list of projects that somebody keeps.</summary>
    SavedView,

    /// <summary>A published value of a fragility.</summary>
    Observation,

    /// <summary>The secret address of somebody's calendar.</summary>
    Calendar,

    /// <summary>A programme of a portfolio.</summary>
    Programme,

    /// <summary>A cohort of a programme.</summary>
    Cohort,

    /// <summary>Somebody's way with a cohort.</summary>
    Participation,

    /// <summary>An organisation in the register of catalysts.</summary>
    Catalyst,
}
