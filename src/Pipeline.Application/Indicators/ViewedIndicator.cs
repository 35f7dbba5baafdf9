using Pipeline.Application.Records;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>An indicator of a project as it stood in a view.</summary>
/// <param name="Definition">As the project's lead had it; null where that is out of view, or has it no more.</param>
/// <param name="Target">What was aimed at; null where nothing was.</param>
/// <param name="Latest">The reading that held; null where nobody had read it.</param>
/// <param name="Readings">How many stood.</param>
internal sealed record ViewedIndicator(
    ViewedProject Project,
    string Code,
    IndicatorDefinition? Definition,
    IndicatorTarget? Target,
    Fact<IndicatorReading>? Latest,
    int Readings
)
{
    /// <summary>Its unit: that of the reading, or else what the lead says.</summary>
    public string? Unit => Latest?.Says.Unit ?? Definition?.Unit;

    /// <summary>Whether a portfolio that leads the project counts its target in a unit. One from before units were kept is in the list's.</summary>
    public bool AimsIn(string unit) => Project.Led && Target is { Target: not null } aim && (aim.Unit ?? unit) == unit;

    /// <summary>The day of a target that has no reading of it or after it; null where nothing waits.</summary>
    public DateOnly? WaitsFor =>
        Target?.TargetOn is { } day && !(Latest?.Entry.On >= day) && !Project.Ended ? day : null;

    /// <summary>All of a view, by project and code.</summary>
    public static IReadOnlyList<ViewedIndicator> In(RecordsInView records) =>
        records.Once<IReadOnlyList<ViewedIndicator>>(() => Read(records));

    private static IReadOnlyList<ViewedIndicator> Read(RecordsInView records)
    {
        var listOf = IndicatorNames.In(records);
        return
        [
            .. records.InOrder.SelectMany(p =>
            {
                var list = listOf(p.Project);
                return p
                    .Records.Once(KeptIndicator.In)
                    .Select(k => new ViewedIndicator(
                        p.Project,
                        k.Code,
                        list?.Find(k.Code),
                        k.Target,
                        k.Latest,
                        k.Readings
                    ));
            }),
        ];
    }

    // As much of it as the project's own records say, kept beside them.
    private sealed record KeptIndicator(
        string Code,
        IndicatorTarget? Target,
        Fact<IndicatorReading>? Latest,
        int Readings
    )
    {
        public static IReadOnlyList<KeptIndicator> In(ProjectRecords records)
        {
            var readings = records.Facts<IndicatorReading>(FactKind.IndicatorReading);
            var targets = records
                .Documents[DocumentKind.IndicatorTargets]
                .Select(d => d.Terms<IndicatorTargets>())
                .FirstOrDefault();
            var latest = LatestReadings.Of(readings);
            var counts = readings.CountBy(r => r.Says.Indicator).ToDictionary();
            return
            [
                .. latest
                    .Keys.Union((targets?.Targets ?? []).Select(t => t.Indicator))
                    .Order(StringComparer.Ordinal)
                    .Select(code => new KeptIndicator(
                        code,
                        targets?.Find(code),
                        latest.GetValueOrDefault(code),
                        counts.GetValueOrDefault(code)
                    )),
            ];
        }
    }
}
