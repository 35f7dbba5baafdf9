using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Indicators;

/// <summary>What indicators add to the common views.</summary>
internal sealed class IndicatorModule : IModule
{
    /// <inheritdoc />
    public IEnumerable<Notice> Attention(RecordsInView records) =>
        ViewedIndicator
            .In(records)
            .Where(i => i.Definition is not null && i.WaitsFor < records.AsOf)
            .Select(i => new Notice(
                i.Project.Id,
                "indicator_unread",
                new Text(
                    "the day of a target has come, {0}, and nobody has read the indicator since: {1}",
                    "le jour d'une cible est venu, le {0}, et personne n'a relevé l'indicateur depuis : {1}"
                ).With(i.WaitsFor, i.Definition!.Name)
            ));

    /// <inheritdoc />
    public IEnumerable<DueItem> Deadlines(RecordsInView records) =>
        ViewedIndicator
            .In(records)
            .Where(i => i.Definition is not null && i.WaitsFor is not null)
            .Select(i => new DueItem(
                DeadlineKind.IndicatorTarget,
                i.Project.Id,
                i.WaitsFor!.Value,
                i.Definition!.Name,
                "indicators"
            )
            {
                Of = i.Code,
            });

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<ModuleSheet>>([ModuleSheet.Of(ViewedIndicator.In(records).Select(Row))]);

    private static IndicatorRow Row(ViewedIndicator i) =>
        new(
            i.Project.Id,
            i.Project.Code,
            i.Project.Name,
            i.Code,
            i.Definition?.Name ?? Text.Same(i.Code),
            i.Unit,
            i.Definition is { } direction ? Labels.Of(direction.Direction) : null,
            i.Definition is { } total ? Labels.Of(total.Total) : null,
            i.Latest?.Says.Value,
            i.Latest?.Entry.On,
            i.Latest?.Says.PeriodStart,
            i.Latest?.Says.Territory,
            i.Latest?.Says.Source,
            i.Target?.Baseline,
            i.Target?.BaselineOn,
            i.Target?.Target,
            i.Target?.TargetOn,
            i.Readings
        );
}
