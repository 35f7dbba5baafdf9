namespace Pipeline.Domain.Projects;

/// <summary>Everything a project says of itself that its editors change as a whole.</summary>
public sealed record ProjectDescription(
    string Name,
    string? Summary,
    Need Need,
    IReadOnlyList<string> SolutionHypotheses,
    Model Model,
    SocioEconomicModel SocioEconomicModel,
    IReadOnlyList<int> Sdgs,
    IReadOnlyList<string> Domains,
    TakeOver? TakeOver
);
