using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>A commitment as funders publish it.</summary>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Reference">Its own reference where that names one line only; null else.</param>
/// <param name="Identifier">Its own reference, which it keeps: of several under one the first that an import brought, and else the first that was recorded; null else.</param>
/// <param name="Cents">What counts: the amount, or what was delivered once it is cancelled.</param>
internal sealed record Award(
    Guid CommitmentId,
    Guid ProjectId,
    string? Reference,
    string? Identifier,
    DateOnly AgreedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    Nature Nature,
    long Cents,
    string Project,
    string? Summary,
    PublishedOrganisation Funder,
    PublishedOrganisation Owner
);
