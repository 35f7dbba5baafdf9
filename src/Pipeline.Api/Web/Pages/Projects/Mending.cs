namespace Pipeline.Api.Web.Pages.Projects;

/// <summary>Where what a gate misses can be mended.</summary>
internal static class Mending
{
    /// <summary>The place for a criterion; null where the code is none.</summary>
    public static string? AddressOf(Guid project, string criterion) =>
        PlaceOf(criterion) is { } place ? $"/projects/{project}/{place}" : null;

    private static string? PlaceOf(string criterion) =>
        criterion switch
        {
            "need.described" => "edit#f-need.problem",
            "solution.hypothesis" => "edit#f-solutionHypotheses",
            "territory.named" or "territory.spread" or "territory.adaptation" => "edit#territories",
            "model.dimensions" or "model.keyFactors" => "edit#model",
            "model.operator" => "edit#f-socioEconomicModel",
            "takeOver.named" => "edit#f-takeOver.kind",
            "funding.committed" => "ledger#agree",
            "support.delivered" => "ledger#commitments",
            "model.trajectory" => "economics/target",
            "alliance.doubleImpact" => "alliances",
            "impact.read" => "impacts",
            "risks.answered" => "risks/edit",
            "ratio.capacityBuilding" or "ratio.evaluation" => "ledger#plan",
            _ when criterion.StartsWith("evaluation.", StringComparison.Ordinal) => "evaluations#record",
            _ => null,
        };
}
