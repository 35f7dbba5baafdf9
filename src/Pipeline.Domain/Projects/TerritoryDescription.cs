using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Projects;

/// <summary>Where a project acts.</summary>
/// <param name="Name">As people there call it.</param>
/// <param name="Level">Local to international.</param>
/// <param name="Region">Region code of the reference data, or missing.</param>
/// <param name="SizeSegment">By inhabitants, or missing.</param>
/// <param name="Since">Since when it acts there; without a date it does already, a later date is a plan.</param>
public sealed record TerritoryDescription(
    string Name,
    TerritorialLevel Level,
    string? Region,
    SizeSegment? SizeSegment,
    DateOnly? Since
);
