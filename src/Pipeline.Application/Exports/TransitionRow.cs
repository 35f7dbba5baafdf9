using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Exports;

/// <summary>A transition in a register.</summary>
/// <param name="Waivers">Codes of the criteria waived, granted ones once effective.</param>
/// <param name="Lessons">What the next territory should know.</param>
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
    int? StayDays,
    string? Lessons
);
