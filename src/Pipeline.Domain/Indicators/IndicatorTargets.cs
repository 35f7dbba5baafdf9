using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Indicators;

/// <summary>What a project aims at.</summary>
public sealed record IndicatorTargets([property: MaxLength(Limits.List)] IReadOnlyList<IndicatorTarget> Targets)
{
    /// <summary>Held against its rules, each target with its id.</summary>
    /// <param name="before">The version before; null for the first one.</param>
    /// <param name="list">What the lead portfolio asks for; an indicator that the version before has stays.</param>
    /// <exception cref="InvalidValueException"><c>unknown_indicator</c>, <c>unit_differs</c>, <c>duplicate</c>, <c>required</c>, <c>unknown_entry</c>, <c>dates_reversed</c>, <c>date_in_future</c>, <c>too_many_decimals</c>, <c>out_of_range</c>, <c>too_many</c>.</exception>
    public IndicatorTargets Checked(IndicatorTargets? before, IndicatorList list, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(list);
        var targets = Entries.Keep(
            before?.Targets,
            Entries.KnownBy(before?.Targets, Targets, t => t.Indicator, t => t.Id, (t, id) => t with { Id = id }),
            "targets",
            t => t.Id,
            (target, id, at) => Checked(target, id, at, list, before?.Find(target.Indicator), now),
            now
        );
        Guard.Once(targets, t => t.Indicator, i => $"targets[{i}].indicator");
        return new(targets);
    }

    /// <summary>The target of an indicator; null where there is none.</summary>
    public IndicatorTarget? Find(string indicator) => Targets.FirstOrDefault(t => t.Indicator == indicator);

    private static IndicatorTarget Checked(
        IndicatorTarget target,
        Guid id,
        string at,
        IndicatorList list,
        IndicatorTarget? before,
        DateTimeOffset now
    )
    {
        if (before is null)
            KnownIndicators.Require(target.Indicator, [.. list.Indicators.Select(i => i.Code)], $"{at}.indicator");
        if (target.Baseline is null && target.BaselineOn is not null)
            throw IndicatorRefusals.DayWithoutValue.With("baseline").At($"{at}.baseline");
        if (target.Target is null && target.TargetOn is not null)
            throw IndicatorRefusals.DayWithoutValue.With("target").At($"{at}.target");
        if (target is { Baseline: null, Target: null })
            throw IndicatorRefusals.NothingAimedAt.With(target.Indicator).At($"{at}.target");
        if (target.BaselineOn is { } from)
            Guard.Day(Guard.NotInFuture(from, now, $"{at}.baselineOn"), $"{at}.baselineOn");
        Guard.Day(target.TargetOn, $"{at}.targetOn");
        if (target is { BaselineOn: { } floor, TargetOn: { } day })
            DocumentRefusals.InOrder(day, floor, $"{at}.targetOn", $"{at}.baselineOn");
        return target with
        {
            Id = id,
            Baseline = IndicatorValue.Checked(target.Baseline, $"{at}.baseline"),
            Target = IndicatorValue.Checked(target.Target, $"{at}.target"),
            Unit = CheckedUnit(target, before, list.Find(target.Indicator)?.Unit, $"{at}.unit"),
        };
    }

    // The same numbers in another unit would be another target.
    private static string? CheckedUnit(IndicatorTarget target, IndicatorTarget? before, string? listed, string field)
    {
        var stays = before is not null && (before.Baseline, before.Target) == (target.Baseline, target.Target);
        var unit = (stays ? before!.Unit : null) ?? listed ?? before?.Unit;
        // Targets from before their unit was kept, of an indicator that is no longer asked for: nobody else knows it.
        if (unit is null)
            return target.Unit;
        if (target.Unit is not { } stated || stated == unit)
            return unit;
        return stated == listed
            ? listed
            : throw IndicatorRefusals.UnitDiffers.With(target.Indicator, listed ?? unit, stated).At(field);
    }
}
