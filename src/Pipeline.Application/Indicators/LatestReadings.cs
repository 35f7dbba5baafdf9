using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;

namespace Pipeline.Application.Indicators;

/// <summary>What holds of a project's readings of an indicator: that of the latest day, and of several of one day what was recorded last.</summary>
internal static class LatestReadings
{
    /// <summary>By code, of one project's readings that stand.</summary>
    public static IReadOnlyDictionary<string, Fact<IndicatorReading>> Of(
        IEnumerable<Fact<IndicatorReading>> readings
    ) =>
        readings
            .GroupBy(r => r.Says.Indicator)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => (r.Entry.On, r.Entry.RecordedAt, r.Entry.Id))!);
}
