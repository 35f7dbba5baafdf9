using System.Globalization;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;

namespace Pipeline.Application.Progress;

/// <summary>What progress reports add to the common views.</summary>
internal sealed class ProgressModule(ProgressCalendar calendar) : IModule
{
    /// <inheritdoc />
    public async ValueTask<IEnumerable<Notice>> AttentionAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) =>
        (await calendar.InAsync(records, cancellationToken))
            .Where(p => p.State == PeriodState.Late)
            .GroupBy(p => p.Project.Id)
            .Select(late => new Notice(
                late.Key,
                "report_late",
                new Text(
                    "progress reports are late: {0}, the first for {1} days",
                    "comptes rendus en retard : {0}, le premier depuis {1} jours"
                ).With(late.Count(), late.Max(p => p.DaysLate))
            ));

    /// <inheritdoc />
    public async ValueTask<IEnumerable<DueItem>> DeadlinesAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) =>
        (await calendar.InAsync(records, cancellationToken))
            .Where(p => p.IsOpen)
            .Select(p => new DueItem(
                DeadlineKind.ProgressReport,
                p.Project.Id,
                p.Period.DueOn,
                new Text("Progress report on the period to {0}", "Compte rendu de la période au {0}").With(
                    p.Period.EndsOn
                ),
                $"progress-reports/{p.Period.EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
            ));

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        var periods = await calendar.InAsync(records, cancellationToken);
        if (periods.Count == 0)
            return [];
        var delivered = await calendar.DeliveredAsync(records, cancellationToken);
        return [ModuleSheet.Of(periods.Select(p => Row(p, delivered[p.Project.Id])))];
    }

    private static ProgressRow Row(ViewedPeriod p, IEnumerable<DeliveredOnDay> delivered)
    {
        var report = p.Report?.Terms;
        return new(
            p.Project.Id,
            p.Project.Code,
            p.Project.Name,
            p.Period.StartsOn,
            p.Period.EndsOn,
            p.Period.DueOn,
            Labels.Of(p.State),
            p.DaysLate,
            report?.Last?.SubmittedOn,
            report?.Last?.DecidedOn ?? report?.Excused?.On,
            report?.Last?.Reason ?? report?.Excused?.Reason,
            report?.Last?.Content.UsedCents(),
            delivered.Where(d => d.IsIn(p.Period)).Sum(d => d.Cents),
            report?.Last?.Content.IndicatorReadings?.Count ?? 0,
            Text.Lines(
                (report?.Last?.Content.Sections ?? []).Select(s =>
                    new Text("{0}: {1}", "{0} : {1}").With(ReportSections.LabelOf(s.Section), s.Text)
                )
            ),
            (report?.Last?.Content.UseOfFunds ?? []).ToDictionary(u => u.Lever, u => u.Amount.InCents())
        );
    }
}
