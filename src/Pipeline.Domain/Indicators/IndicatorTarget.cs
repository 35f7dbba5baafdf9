using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Indicators;

/// <summary>From where to where a project wants to bring an indicator.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Id">Stays with the target; left out of a new one.</param>
/// <param name="Baseline">Where it was at first; nine decimals at most.</param>
/// <param name="BaselineOn">On which day; it has come.</param>
/// <param name="Target">What is aimed at; nine decimals at most.</param>
/// <param name="TargetOn">By which day; not before the baseline's.</param>
/// <param name="Unit">In what: the indicator's unit, which is taken where nothing is said. A target that stays as it was stays in its unit.</param>
public sealed record IndicatorTarget(
    [property: StringLength(Limits.Code, MinimumLength = 1)] string Indicator,
    Guid? Id = null,
    decimal? Baseline = null,
    DateOnly? BaselineOn = null,
    decimal? Target = null,
    DateOnly? TargetOn = null,
    [property: StringLength(Limits.Short)] string? Unit = null
);
