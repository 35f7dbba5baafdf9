using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>A delivery or reversal in a register.</summary>
/// <param name="Cents">Negative for a reversal.</param>
/// <param name="ReversesId">The delivery that this entry takes back.</param>
/// <param name="Provider">Who accompanied: what was said of the delivery, or else of its commitment.</param>
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
    string? Reason,
    string? Provider,
    ProviderKind? ProviderKind
);
