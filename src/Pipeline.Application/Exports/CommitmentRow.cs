using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>A commitment in a register.</summary>
/// <param name="CommittedCents">What counts: the amount, or what was delivered once it is cancelled.</param>
/// <param name="ResultIndicators">What a social impact contract is paid by, a line each; null on any other.</param>
/// <param name="RepaidCents">What came back; null on what is never paid back.</param>
/// <param name="AgreementSignedOn">Of the agreement that it belongs to, which goes by its day.</param>
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
    Instrument Instrument,
    string? Provider,
    ProviderKind? ProviderKind,
    DateOnly? CancelledOn,
    string? CancellationReason,
    long ProjectVersion,
    string? ResultIndicators,
    long? RepaidCents,
    DateOnly? AgreementSignedOn,
    string? Alliance,
    string? Programme,
    Guid? AgreementId,
    Guid? AllianceId,
    Guid? ProgrammeId
);
