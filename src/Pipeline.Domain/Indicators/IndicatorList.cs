using Pipeline.Domain.Common;
using Pipeline.Domain.Records;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Indicators;

/// <summary>The indicators of a portfolio.</summary>
public sealed record IndicatorList(IReadOnlyList<IndicatorDefinition> Indicators)
{
    /// <summary>Held against its rules, texts trimmed, each indicator with its id.</summary>
    /// <param name="before">The version before; null for the first one.</param>
    /// <param name="unitsInUse">By code, the unit that readings were taken in.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>duplicate</c>, <c>unknown_entry</c>, <c>unit_in_use</c>, <c>share_summed</c>, <c>out_of_range</c>, <c>too_many</c>.</exception>
    public IndicatorList Checked(
        IndicatorList? before,
        IReadOnlyDictionary<string, string> unitsInUse,
        DateTimeOffset now
    )
    {
        var indicators = Entries.Keep(
            before?.Indicators,
            Entries.KnownBy(before?.Indicators, Indicators, i => i.Code, i => i.Id, (i, id) => i with { Id = id }),
            "indicators",
            i => i.Id,
            (indicator, id, at) => Checked(indicator, id, at, unitsInUse),
            now
        );
        Guard.Once(indicators, i => i.Code, i => $"indicators[{i}].code", StringComparer.OrdinalIgnoreCase);
        return new(indicators);
    }

    /// <summary>The indicator with this code; null where there is none.</summary>
    public IndicatorDefinition? Find(string code) => Indicators.FirstOrDefault(i => i.Code == code);

    private static IndicatorDefinition Checked(
        IndicatorDefinition indicator,
        Guid id,
        string at,
        IReadOnlyDictionary<string, string> unitsInUse
    )
    {
        var code = Guard.Required(indicator.Code, $"{at}.code", Limits.Code);
        var unit = Guard.Required(indicator.Unit, $"{at}.unit", Limits.Short);
        if (unitsInUse.TryGetValue(code, out var used) && used != unit)
            throw IndicatorRefusals.UnitInUse.With(code, used).At($"{at}.unit");
        if (indicator.Sdg is < Sdgs.First or > Sdgs.Last)
            throw IndicatorRefusals.SdgOutOfRange.At($"{at}.sdg");
        var checkedOne = indicator with
        {
            Id = id,
            Code = code,
            Name = new(
                Guard.Required(indicator.Name.En, $"{at}.name.en", Limits.Name),
                Guard.Required(indicator.Name.Fr, $"{at}.name.fr", Limits.Name)
            ),
            Unit = unit,
            IrisMetric = Guard.Optional(indicator.IrisMetric, $"{at}.irisMetric", Limits.Short),
        };
        return checkedOne is { Total: IndicatorTotal.Sum } && checkedOne.IsShare()
            ? throw IndicatorRefusals.ShareSummed.With(unit).At($"{at}.total")
            : checkedOne;
    }
}
