using Pipeline.Domain.Common;

namespace Pipeline.Application.Impacts;

/// <summary>An impact on its sheet.</summary>
public sealed record ImpactRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Statement,
    Text Kind,
    Text Facet,
    Text Foreseen,
    Text Dimension,
    Text Level,
    string? Beneficiaries,
    DateOnly Since,
    Text State,
    DateOnly? DueOn,
    Text? Outcome,
    int Readings,
    DateOnly? LastReading,
    string? LastNote,
    string? Alliance,
    Text Indicators,
    string? FirstIntuition
);
