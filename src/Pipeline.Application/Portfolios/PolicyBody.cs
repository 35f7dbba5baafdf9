using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>What is said of a portfolio's policy. What is left out stays as it is; in a new portfolio it is a default of this product.</summary>
/// <param name="ReviewRequired">Whether reported transitions wait for a manager.</param>
/// <param name="CapacityBuildingTarget">Share 0 to 1, four decimals at most.</param>
/// <param name="EvaluationCeiling">Share 0 to 1, four decimals at most.</param>
/// <param name="Severities">Criterion code to severity, where it differs from the default: the whole list.</param>
/// <param name="SpreadTerritories">Territories that a project has to be deployed on before industrialisation, 1 to 1,000.</param>
/// <param name="NearBand">How far from its threshold a ratio still counts as near, relative to it, 0 to 1.</param>
/// <param name="ReviewDays">Days after which a report has waited too long for its decision, 1 to 365.</param>
public sealed record PolicyBody(
    bool? ReviewRequired = null,
    [property: Range(0, 1)] decimal? CapacityBuildingTarget = null,
    [property: Range(0, 1)] decimal? EvaluationCeiling = null,
    IReadOnlyDictionary<string, Severity>? Severities = null,
    [property: Range(1, LifecyclePolicy.MostTerritories)] int? SpreadTerritories = null,
    [property: Range(0, 1)] decimal? NearBand = null,
    [property: Range(1, LifecyclePolicy.MostReviewDays)] int? ReviewDays = null
)
{
    private readonly bool _saysSchedule;

    /// <summary>When progress reports are wanted; null for never, which is something else than left out.</summary>
    public ReportSchedule? Schedule
    {
        get;
        init => (field, _saysSchedule) = (value, true);
    }

    /// <summary>The policy once this is said of it.</summary>
    internal LifecyclePolicy Of(LifecyclePolicy policy) =>
        new(
            ReviewRequired ?? policy.ReviewRequired,
            CapacityBuildingTarget ?? policy.CapacityBuildingTarget,
            EvaluationCeiling ?? policy.EvaluationCeiling,
            Severities ?? policy.Severities,
            SpreadTerritories ?? policy.SpreadTerritories,
            NearBand ?? policy.NearBand,
            ReviewDays ?? policy.ReviewDays,
            _saysSchedule ? Schedule : policy.Schedule
        );
}
