using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>A commitment as funders publish it.</summary>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="Reference">Its own reference where that names one line only; null else.</param>
/// <param name="Identifier">Its own reference, also where others have the same but an import brought it; null else.</param>
/// <param name="Cents">What counts: the amount, or what was delivered once it is cancelled.</param>
internal sealed record Award(
    Guid CommitmentId,
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
