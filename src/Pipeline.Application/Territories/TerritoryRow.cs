using Pipeline.Domain.Common;

namespace Pipeline.Application.Territories;

/// <summary>A territory of a project on its sheet.</summary>
/// <param name="Region">Null where it lies in none.</param>
public sealed record TerritoryRow(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Name,
    Text Role,
    Text Level,
    Text? Region,
    Text? SizeSegment,
    DateOnly? Since,
    DateOnly? ClosedOn,
    string? Adaptation,
    string? Carrier
);
