using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;

namespace Pipeline.Domain.Progress;

/// <summary>What an indicator was when a period ended, as a report says. Once the report is accepted it is a reading like any other.</summary>
/// <param name="Indicator">A code of the lead portfolio's list; once in a report.</param>
/// <param name="Value">In the indicator's unit; nine decimals at most.</param>
/// <param name="Source">Where the value comes from; the report itself where nothing is said.</param>
/// <param name="Unit">What the value is in: the indicator's unit, which is taken where nothing is said.</param>
public sealed record ReportedReading(
    [property: StringLength(Limits.Code, MinimumLength = 1)] string Indicator,
    decimal Value,
    [property: StringLength(Limits.Name)] string? Source = null,
    [property: StringLength(Limits.Short)] string? Unit = null
)
{
    /// <summary>Held against its rules and the lead portfolio's list, with the unit that the list has.</summary>
    /// <param name="at">What the caller calls it, for errors.</param>
    /// <exception cref="InvalidValueException"><c>unknown_indicator</c>, <c>unit_differs</c>, <c>too_many_decimals</c>, <c>out_of_range</c>, <c>too_long</c>.</exception>
    public ReportedReading Checked(IndicatorList asked, string at)
    {
        ArgumentNullException.ThrowIfNull(asked);
        KnownIndicators.Require(Indicator, [.. asked.Indicators.Select(i => i.Code)], $"{at}.indicator");
        var unit = asked.Find(Indicator)!.Unit;
        if (Unit is { } stated && stated != unit)
            throw IndicatorRefusals.UnitDiffers.With(Indicator, unit, stated).At($"{at}.unit");
        return new(
            Indicator,
            IndicatorValue.Checked(Value, $"{at}.value"),
            Guard.Optional(Source, $"{at}.source", Limits.Name),
            unit
        );
    }
}
