using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

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
