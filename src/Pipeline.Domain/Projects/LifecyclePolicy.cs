using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Projects;

/// <summary>What a portfolio asks of the projects it leads.</summary>
/// <param name="ReviewRequired">Whether reported transitions wait for a manager.</param>
/// <param name="CapacityBuildingTarget">Share 0 to 1 that capacity building has to reach (RC 5-2: 22 %).</param>
/// <param name="EvaluationCeiling">Share 0 to 1 that evaluation must not pass (RC 5-2: 10 %).</param>
/// <param name="Severities">Criterion code to severity, where it differs from the default.</param>
/// <param name="SpreadTerritories">Territories that a project has to be deployed on before industrialisation, 1 to 1,000; a default of this product: 3.</param>
/// <param name="NearBand">How far from its threshold a ratio still counts as near, relative to it, 0 to 1; a default of this product: 10 %.</param>
/// <param name="ReviewDays">Days after which a report has waited too long for its decision, 1 to 365; a default of this product: 14.</param>
/// <param name="Schedule">When progress reports are wanted; null where none are.</param>
public sealed record LifecyclePolicy(
    bool ReviewRequired,
    decimal CapacityBuildingTarget,
    decimal EvaluationCeiling,
    IReadOnlyDictionary<string, Severity> Severities,
    int SpreadTerritories = LifecyclePolicy.DefaultSpread,
    decimal NearBand = RatioPolicy.NearBand,
    int ReviewDays = LifecyclePolicy.DefaultReviewDays,
    ReportSchedule? Schedule = null
)
{
    /// <summary>Territories, where a portfolio says nothing else.</summary>
    public const int DefaultSpread = 3;

    /// <summary>Days of review, where a portfolio says nothing else.</summary>
    public const int DefaultReviewDays = 14;

    /// <summary>The most territories that a portfolio can ask for.</summary>
    public const int MostTerritories = 1000;

    /// <summary>The most days of review that a portfolio can allow.</summary>
    public const int MostReviewDays = 365;

    /// <summary>Review on, 22 %, 10 %, the criteria's own severities.</summary>
    /// <remarks>A new one each time: storage follows instances, and one must not belong to two portfolios.</remarks>
    public static LifecyclePolicy Default => new(true, 0.22m, 0.10m, new Dictionary<string, Severity>());

    /// <summary>How much a criterion weighs here.</summary>
    public Severity SeverityOf(Criterion criterion) =>
        Severities.TryGetValue(criterion.Code, out var severity) ? severity : criterion.Default;

    /// <summary>The share that a ratio is judged by.</summary>
    public decimal ThresholdOf(RatioKind kind) =>
        kind == RatioKind.CapacityBuilding ? CapacityBuildingTarget : EvaluationCeiling;

    /// <summary>What the statuses of a ratio lie between: its threshold, and the last share that is near it.</summary>
    public IReadOnlyList<decimal> BoundsOf(RatioKind kind) =>
        [ThresholdOf(kind), RatioPolicy.NearBound(kind, ThresholdOf(kind), NearBand)];

    /// <summary>How a ratio stands against its threshold; null when it is undefined.</summary>
    public RatioStatus? StatusOf(RatioKind kind, Ratio ratio) =>
        RatioPolicy.StatusOf(kind, ratio, ThresholdOf(kind), NearBand);

    /// <summary>Shares between 0 and 1 with four decimals at most, counts within their limits, severities for known criteria only.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>, <c>unknown_criterion</c>.</exception>
    public LifecyclePolicy Checked()
    {
        Share(CapacityBuildingTarget, "policy.capacityBuildingTarget");
        Share(EvaluationCeiling, "policy.evaluationCeiling");
        Share(NearBand, "policy.nearBand");
        Count(SpreadTerritories, MostTerritories, "policy.spreadTerritories");
        Count(ReviewDays, MostReviewDays, "policy.reviewDays");
        foreach (var code in Severities.Keys.Where(code => !Gates.IsCriterion(code)))
            throw LifecycleRefusals.UnknownCriterion.With(code, Known).At($"policy.severities.{code}");
        return this with { Schedule = Schedule?.Checked("policy.schedule") };
    }

    private static string Known => string.Join(", ", Gates.Criteria.Select(c => c.Code));

    private static void Count(int count, int most, string field)
    {
        if (count < 1 || count > most)
            throw LifecycleRefusals.CountOutOfRange.With(field, most).At(field);
    }

    private static void Share(decimal share, string field)
    {
        if (share is < 0 or > 1 || decimal.Round(share, 4) != share)
            throw LifecycleRefusals.ShareOutOfRange.With(field).At(field);
    }
}
