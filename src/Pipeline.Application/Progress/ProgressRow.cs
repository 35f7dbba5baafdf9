using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Progress;

/// <summary>A period of a project on its sheet.</summary>
public sealed record ProgressRow(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    DateOnly StartsOn,
    DateOnly Period,
    DateOnly DueOn,
    Text State,
    int DaysLate,
    DateOnly? SubmittedOn,
    DateOnly? DecidedOn,
    string? Reason,
    long? UsedCents,
    long DeliveredCents,
    int Readings,
    Text Sections,
    IReadOnlyDictionary<Lever, long> UsedByLever
);
