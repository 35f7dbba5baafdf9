using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Progress;

/// <summary>Which periods projects owe a report on, and how each stands, in a view.</summary>
public sealed class ProgressCalendar(IPipelineDb db)
{
    /// <summary>
    /// All periods until the one that runs, by project and time; of a portfolio those of the projects that it leads. Nothing more is read where nobody asks for
    /// reports.
    /// </summary>
    internal Task<IReadOnlyList<ViewedPeriod>> InAsync(RecordsInView records, CancellationToken cancellationToken) =>
        records.OnceAsync(() => ReadAsync(records, cancellationToken));

    private async Task<IReadOnlyList<ViewedPeriod>> ReadAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        var schedules = await SchedulesAsync(records, cancellationToken);
        if (schedules.Count == 0)
            return [];
        var changesOf = await ChangesAsync(records, cancellationToken);
        return
        [
            .. records
                .Projects.Values.Where(p => Led(records, p) && schedules.ContainsKey(LeadOf(records, p)))
                .OrderBy(p => p.Code, StringComparer.Ordinal)
                .SelectMany(p =>
                    Of(
                        p,
                        schedules[LeadOf(records, p)],
                        [.. changesOf(p)],
                        records.Of(p.Id).Once(Reports),
                        records.AsOf
                    )
                ),
        ];
    }

    // By their periods.
    private static IReadOnlyDictionary<DateOnly, Document<ProgressReport>> Reports(ProjectRecords records) =>
        records
            .Documents[DocumentKind.ProgressReport]
            .Select(d => d.As<ProgressReport>())
            .ToDictionary(r => r.Terms.Period);

    // A dashboard has read them already.
    private async Task<Func<ViewedProject, IEnumerable<StandingChange>>> ChangesAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        if (records.Projects.Values.All(p => p.Changes is not null))
            return p => p.Changes!;
        var moves = await records
            .Ids.Join(db.Effects.AsNoTracking(), id => id, e => e.ProjectId, (id, e) => e)
            .Where(e => e.EffectiveOn <= records.AsOf && e.RecordedAt <= records.KnownAt)
            .Select(e => new
            {
                e.ProjectId,
                e.Sequence,
                e.EffectiveOn,
                e.ToStanding,
            })
            .ToListAsync(cancellationToken);
        var changes = moves
            .OrderBy(m => m.Sequence)
            .ToLookup(m => m.ProjectId, m => new StandingChange(m.EffectiveOn, m.ToStanding));
        return p => changes[p.Id];
    }

    /// <summary>What was delivered to each project, by lever and day, in cents.</summary>
    internal async Task<ILookup<Guid, DeliveredOnDay>> DeliveredAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    ) =>
        (
            await records
                .Ids.Join(db.Commitments, id => id, c => c.ProjectId, (id, c) => c)
                .Join(db.Deliveries, c => c.Id, d => d.CommitmentId, (c, d) => new { c, d })
                .Where(x => x.d.DeliveredOn <= records.AsOf && x.d.RecordedAt <= records.KnownAt)
                .GroupBy(x => new
                {
                    x.c.ProjectId,
                    x.c.Lever,
                    x.d.DeliveredOn,
                })
                .Select(g => new
                {
                    g.Key.ProjectId,
                    g.Key.Lever,
                    g.Key.DeliveredOn,
                    Cents = g.Sum(x => x.d.Cents),
                })
                .ToListAsync(cancellationToken)
        ).ToLookup(d => d.ProjectId, d => new DeliveredOnDay(d.Lever, d.DeliveredOn, d.Cents));

    private static bool Led(RecordsInView records, ViewedProject project) => records.PortfolioId is null || project.Led;

    // Where no portfolio is looked at, each project says who leads it.
    private static Guid LeadOf(RecordsInView records, ViewedProject project) =>
        records.PortfolioId ?? project.LeadPortfolioId!.Value;

    private static IEnumerable<ViewedPeriod> Of(
        ViewedProject project,
        ReportSchedule schedule,
        IReadOnlyList<StandingChange> changes,
        IReadOnlyDictionary<DateOnly, Document<ProgressReport>> reports,
        DateOnly asOf
    )
    {
        var periods = project.StartedOn > asOf ? [] : schedule.Periods(project.StartedOn, asOf).ToList();
        // What was reported stays, also where the schedule has changed since.
        foreach (var end in reports.Keys)
            if (!periods.Exists(p => p.EndsOn == end))
                periods.Add(
                    new(end.AddMonths(-schedule.EveryMonths).AddDays(1), end, end.AddDays(schedule.DueAfterDays))
                );
        return periods
            .Where(p => reports.ContainsKey(p.EndsOn) || ReportDuty.IsOwed(changes, p, asOf))
            .OrderBy(p => p.EndsOn)
            .Select(p =>
            {
                var report = reports.GetValueOrDefault(p.EndsOn);
                var rests = schedule.ExcuseOnHold && ReportDuty.IsOnHold(changes, p, asOf);
                var state = ProgressReport.StateOf(report?.Terms, p, rests, asOf);
                var late = state == PeriodState.Late ? asOf.DayNumber - p.DueOn.DayNumber : 0;
                return new ViewedPeriod(project, schedule, p, report, state, late);
            });
    }

    private async Task<IReadOnlyDictionary<Guid, ReportSchedule>> SchedulesAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        var leads = records
            .Projects.Values.Where(p => Led(records, p))
            .Select(p => LeadOf(records, p))
            .Distinct()
            .Order()
            .ToList();
        if (leads.Count == 0)
            return new Dictionary<Guid, ReportSchedule>();
        var policies = await db
            .Portfolios.AsNoTracking()
            .Of(leads, p => p.Id)
            .Select(p => new { p.Id, p.Policy })
            .ToListAsync(cancellationToken);
        var former = records.Then is { } then
            ? await then.FormerAsync(FormerVersion.Portfolio, cancellationToken)
            : FormerFields.None;
        return policies
            .Select(p => (p.Id, former.Of<LifecyclePolicy>(p.Id, "policy", p.Policy).Schedule))
            .Where(p => p.Schedule is not null)
            .ToDictionary(p => p.Id, p => p.Schedule!);
    }
}
