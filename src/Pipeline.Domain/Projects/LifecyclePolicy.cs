using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What a portfolio asks of the projects it leads.</summary>
/// <param name="ReviewRequired">Whether reported transitions wait for a manager.</param>
/// <param name="CapacityBuildingTarget">Share 0 to 1 that capacity building has to reach (RC 5-2: 22 %).</param>
/// <param name="EvaluationCeiling">Share 0 to 1 that evaluation must not pass (RC 5-2: 10 %).</param>
/// <param name="Severities">Criterion code to severity, where it differs from the default.</param>
public sealed record LifecyclePolicy(
    bool ReviewRequired,
    decimal CapacityBuildingTarget,
    decimal EvaluationCeiling,
    IReadOnlyDictionary<string, Severity> Severities
)
{
    /// <summary>Review on, 22 %, 10 %, the criteria's own severities.</summary>
    /// <remarks>A new one each time: storage follows instances, and one must not belong to two portfolios.</remarks>
    public static LifecyclePolicy Default => new(true, 0.22m, 0.10m, new Dictionary<string, Severity>());

    /// <summary>How much a criterion weighs here.</summary>
    public Severity SeverityOf(Criterion criterion) =>
        Severities.TryGetValue(criterion.Code, out var severity) ? severity : criterion.Default;

    /// <summary>Shares between 0 and 1 with four decimals at most, severities for known criteria only.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>, <c>unknown_criterion</c>.</exception>
    public LifecyclePolicy Checked()
    {
        Share(CapacityBuildingTarget, "policy.capacityBuildingTarget");
        Share(EvaluationCeiling, "policy.evaluationCeiling");
        foreach (var code in Severities.Keys.Where(code => !Gates.IsCriterion(code)))
            throw LifecycleRefusals.UnknownCriterion.With(code, Known).At($"policy.severities.{code}");
        return this;
    }

    private static string Known => string.Join(", ", Gates.Criteria.Select(c => c.Code));

    private static void Share(decimal share, string field)
    {
        if (share is < 0 or > 1 || decimal.Round(share, 4) != share)
            throw LifecycleRefusals.ShareOutOfRange.With(field).At(field);
    }
}
