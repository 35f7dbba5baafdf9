using Pipeline.Application.Alliances;
using Pipeline.Application.Indicators;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Indicators;

namespace Pipeline.Application.Impacts;

/// <summary>What impacts add to the common views.</summary>
internal sealed class ImpactModule : IModule
{
    /// <inheritdoc />
    public IEnumerable<Notice> Attention(RecordsInView records) =>
        ViewedImpact
            .In(records)
            .Where(i => i.Standing.State == ImpactState.Due && !i.Project.Ended)
            .Select(i => new Notice(
                i.Project.Id,
                "impact_due",
                new Text(
                    "an impact can be judged since {0}, and nobody has looked: {1}",
                    "un impact peut être constaté depuis le {0}, et personne ne l'a fait : {1}"
                ).With(i.Standing.DueOn, i.Impact.Statement)
            ));

    /// <inheritdoc />
    public IEnumerable<DueItem> Deadlines(RecordsInView records) =>
        ViewedImpact
            .In(records)
            .Where(i => i.Standing.DueOn is not null && !i.Project.Ended)
            .Select(i => new DueItem(
                DeadlineKind.ImpactReading,
                i.Project.Id,
                i.Standing.DueOn!.Value,
                Text.Same(i.Impact.Statement),
                $"impacts/{i.Id}",
                NeverLate: true
            ));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(RecordsInView records, CancellationToken cancellationToken)
    {
        var (allianceOf, indicatorsOf) = (AllianceNames.In(records), IndicatorNames.In(records));
        return ValueTask.FromResult<IReadOnlyList<ModuleSheet>>([
            ModuleSheet.Of(ViewedImpact.In(records).Select(i => Row(i, allianceOf, indicatorsOf(i.Project)))),
        ]);
    }

    private static ImpactRow Row(ViewedImpact i, Func<Guid?, string?> allianceOf, IndicatorList? indicators) =>
        new(
            i.Id,
            i.Project.Id,
            i.Project.Code,
            i.Project.Name,
            i.Impact.Statement,
            Labels.Of(i.Impact.Kind),
            Labels.Of(i.Impact.Facet),
            Labels.Of(i.Impact.Foreseen),
            Labels.Of(i.Impact.Dimension),
            Labels.Of(i.Impact.Level),
            i.Impact.Beneficiaries,
            i.Impact.Since,
            Labels.Of(i.Standing.State),
            i.Standing.DueOn,
            i.Standing.Outcome is { } outcome ? Labels.Of(outcome) : null,
            i.Readings,
            i.LastReading,
            i.Last?.Says.Note,
            allianceOf(i.Impact.AllianceId),
            Text.Joined((i.Impact.Indicators ?? []).Select(code => indicators.NameOf(code))),
            i.Impact.FirstIntuition
        );
}
