using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Support;

/// <summary>What was agreed with a funder.</summary>
public sealed record CommitmentTerms(
    Guid PortfolioId,
    Guid FunderOrganisationId,
    Lever Lever,
    Phase Phase,
    Nature Nature,
    long Cents,
    DateOnly AgreedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    decimal? Hours,
    string? Reference
);
