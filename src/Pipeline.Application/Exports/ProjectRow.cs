using Pipeline.Domain.Phases;

namespace Pipeline.Application.Exports;

/// <summary>A project in a register. Like all rows of registers and sheets: flat, names beside ids, money in cents of the portfolio's currency.</summary>
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
