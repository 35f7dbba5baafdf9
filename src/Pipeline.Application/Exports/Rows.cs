using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

// The rows of registers and of the workbook's sheets: flat, names beside ids, money in cents of the portfolio's currency.

/// <summary>A project in a register.</summary>
/// <param name="DaysInPhase">Days of the current stay, holds left out.</param>
/// <param name="CapacityBuilding">Committed share 0 to 1; null when nothing is committed.</param>
/// <param name="Evaluation">Committed share 0 to 1; null when nothing is committed.</param>
public sealed record ProjectRow(
    Guid Id,
    string Code,
    string Name,
    string? Summary,
    string Owner,
    string Portfolio,
    Phase Phase,
    Standing Standing,
    DateOnly StartedOn,
    DateOnly PhaseSince,
    int DaysInPhase,
    string Sdgs,
    string Domains,
    string Regions,
    long PlannedCents,
    long CommittedCents,
    long DeliveredCents,
    decimal? CapacityBuilding,
    decimal? Evaluation,
    string Currency,
    long Version
);

/// <summary>A transition in a register.</summary>
/// <param name="Waivers">Codes of the criteria waived, granted ones once effective.</param>
public sealed record TransitionRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    int? Sequence,
    Trigger Trigger,
    Phase FromPhase,
    Standing FromStanding,
    Phase ToPhase,
    Standing ToStanding,
    TransitionStatus Status,
    DateOnly EffectiveOn,
    string ReportedBy,
    DateTimeOffset ReportedAt,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Reason,
    string Waivers,
    int? StayDays
);

/// <summary>A line of a project's plan.</summary>
public sealed record PlanRow(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    int PlanVersion,
    DateOnly EffectiveOn,
    Phase Phase,
    Lever Lever,
    long Cents,
    string Currency,
    long ProjectVersion
);

/// <summary>A commitment in a register.</summary>
/// <param name="CommittedCents">What counts: the amount, or what was delivered once it is cancelled.</param>
public sealed record CommitmentRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Portfolio,
    string Funder,
    Phase Phase,
    Lever Lever,
    Nature Nature,
    long AmountCents,
    long CommittedCents,
    long DeliveredCents,
    string Currency,
    DateOnly AgreedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    decimal? Hours,
    string? Reference,
    DateOnly? CancelledOn,
    string? CancellationReason,
    long ProjectVersion
);

/// <summary>A delivery or reversal in a register.</summary>
/// <param name="Cents">Negative for a reversal.</param>
/// <param name="ReversesId">The delivery that this entry takes back.</param>
public sealed record DeliveryRow(
    Guid Id,
    Guid CommitmentId,
    string? CommitmentReference,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Funder,
    Phase Phase,
    Lever Lever,
    Nature Nature,
    long Cents,
    string Currency,
    DateOnly DeliveredOn,
    decimal? Hours,
    string? Reference,
    Guid? ReversesId,
    string? Reason
);

/// <summary>An evaluation in a register.</summary>
public sealed record EvaluationRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly CarriedOutOn,
    string Evaluator,
    string Participants,
    Verdict Verdict,
    string Findings,
    int Indicators
);

/// <summary>Both ratios of one project on one ledger.</summary>
/// <param name="CapacityBuilding">Share 0 to 1; null over a zero total.</param>
/// <param name="Evaluation">Share 0 to 1; null over a zero total.</param>
public sealed record RatioRow(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Basis Basis,
    long CapacityBuildingCents,
    long EvaluationCents,
    long TotalCents,
    decimal? CapacityBuilding,
    RatioStatus? CapacityBuildingStatus,
    decimal? Evaluation,
    RatioStatus? EvaluationStatus,
    string Currency
);
