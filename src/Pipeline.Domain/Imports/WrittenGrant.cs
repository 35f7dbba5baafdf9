namespace Pipeline.Domain.Imports;

/// <summary>
/// What a file said of a grant that no commitment says: planned dates by a duration, of which a commitment has the last day that follows; or an award of nothing,
/// of which there is no commitment; or identifiers that are none of a list.
/// </summary>
/// <param name="FunderOrganisationId">Who gave it.</param>
/// <param name="AwardedOn">On which day.</param>
/// <param name="StartsOn">The first day; null where the file does not say.</param>
/// <param name="EndsOn">The last day, inclusive; null where the file does not say.</param>
/// <param name="DurationMonths">How long it takes, in months; null where the file does not say.</param>
/// <param name="Identifier">What the grant is called where it is published; null in imports from before it was kept, where it is the project's code.</param>
/// <param name="Recipient">The recipient's identifier as the file writes it; null where the directory has the same.</param>
/// <param name="Funder">The funder's identifier as the file writes it; null where the directory has the same.</param>
public sealed record WrittenGrant(
    Guid FunderOrganisationId,
    DateOnly AwardedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    int? DurationMonths,
    string? Identifier,
    WrittenIdentifier? Recipient = null,
    WrittenIdentifier? Funder = null
);
