using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>
/// What somebody should look at, found in the portfolio's books and, for what these do not hold, by one query a kind, whatever the number of projects. It is
/// judged on the view's day and by what was known at its instant, so that the same view lists the same for ever.
/// </summary>
public sealed class AttentionList(IPipelineDb db, GateFactsReader facts, IEnumerable<IModule> modules)
{
    /// <summary>The most entries of each kind.</summary>
    public const int MostOfAKind = 100;

    private static readonly Text OverduePhase =
            new(
                "{0} days in {1}; 90% of stays took {2} at most",
                "{0} jours en {1} ; 90 % des séjours en ont pris {2} au plus"
            ),
        OverdueReview = new("“{0}” has waited {1} days for a decision", "« {0} » attend une décision depuis {1} jours"),
        UndeliveredCommitment =
            new(
                "a commitment ended on {0} with {1} of {2} not delivered",
                "un engagement a pris fin le {0} avec {1} sur {2} non versés"
            ),
        OpenWarnings = new("open before the next phase: ", "en suspens avant la phase suivante : ");

    /// <summary>The entries, at most <see cref="MostOfAKind"/> of each kind, and how many there are.</summary>
    internal async Task<(IReadOnlyList<AttentionEntry> Entries, IReadOnlyDictionary<string, int> Totals)> ReadAsync(
        AsOfView view,
        PortfolioLedger books,
        RecordsInView records,
        LifecyclePolicy policy,
        IReadOnlyList<TimeInPhaseEntry> stays,
        string currency,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Notice>();
        found.AddRange(await MissedRatiosAsync(view, books, policy, cancellationToken));
        found.AddRange(OverduePhases(view, books, stays));
        found.AddRange(await OverdueReviewsAsync(view, books, policy, cancellationToken));
        found.AddRange(Undelivered(books, currency));
        found.AddRange(await OpenWarningsAsync(view, books, records, policy, currency, cancellationToken));

        foreach (var module in modules)
            found.AddRange(await module.AttentionAsync(records, cancellationToken));

        // Of projects that have left the portfolio its books still have the money, and nobody here has anything to look at.
        var projects = books.Projects;
        found.RemoveAll(f => !projects.ContainsKey(f.ProjectId));
        var kinds = found.GroupBy(f => f.Code).ToList();
        return (
            [
                .. kinds
                    .SelectMany(kind => kind.Take(MostOfAKind))
                    .Select(f => new AttentionEntry(
                        f.ProjectId,
                        projects[f.ProjectId].Code,
                        projects[f.ProjectId].Name,
                        f.Code,
                        f.Message.In(language)
                    )),
            ],
            kinds.ToDictionary(kind => kind.Key, kind => kind.Count())
        );
    }

    // Of what is led, in all books: a ratio is a project's. On what is committed: the plan can still change, what was delivered follows.
    private static async Task<IEnumerable<Notice>> MissedRatiosAsync(
        AsOfView view,
        PortfolioLedger books,
        LifecyclePolicy policy,
        CancellationToken cancellationToken
    )
    {
        var others = await OthersAsync(view, books, cancellationToken);
        return books
            .Projects.Values.Where(p =>
                p is { Led: true, Last: null or { ToStanding: not (Standing.Stopped or Standing.Adopted) } }
            )
            .SelectMany(p =>
                MissedRatios(
                    p,
                    others[p.Id]
                        .Aggregate(
                            books.ByProject.GetValueOrDefault(p.Id).Committed,
                            (sum, line) => sum.And(line.Lever, line.Committed)
                        ),
                    policy
                )
            );
    }

    // What others have committed to projects that are led here. Few are shared: which ones, their holdings say, also those that have ended.
    private static async Task<ILookup<Guid, BookedLine>> OthersAsync(
        AsOfView view,
        PortfolioLedger books,
        CancellationToken cancellationToken
    )
    {
        var portfolioId = books.PortfolioId;
        var shared = view.HoldingsOf(portfolioId)
            .Where(h => h.Kind == HoldingKind.Lead)
            .Join(view.Db.Holdings, h => h.ProjectId, o => o.ProjectId, (h, o) => o)
            .Where(o => o.PortfolioId != portfolioId)
            .Select(o => o.ProjectId);
        var lines = await view.Booked(
                view.Commitments.Where(c => c.PortfolioId != portfolioId && shared.Contains(c.ProjectId))
            )
            .ToListAsync(cancellationToken);
        return lines.ToLookup(l => l.ProjectId);
    }

    private static IEnumerable<Notice> MissedRatios(BookedProject project, LeverTotals totals, LifecyclePolicy policy)
    {
        if (totals.Total > 0)
        {
            // Before modelling too little of it is advice and no miss (RC l.3105-3107).
            if (
                project.Last?.ToPhase >= Phase.Modelling
                && Missed(
                    project.Id,
                    RatioKind.CapacityBuilding,
                    totals,
                    policy,
                    "capacity_building_missed",
                    new("committed capacity-building share", "part engagée de renforcement des capacités"),
                    new("target", "cible")
                )
                    is { } capacity
            )
                yield return capacity;
            if (
                Missed(
                    project.Id,
                    RatioKind.Evaluation,
                    totals,
                    policy,
                    "evaluation_missed",
                    new("committed evaluation share", "part engagée d'évaluation"),
                    new("ceiling", "plafond")
                ) is
                { } evaluation
            )
                yield return evaluation;
        }
    }

    private static Notice? Missed(
        Guid projectId,
        RatioKind kind,
        LeverTotals totals,
        LifecyclePolicy policy,
        string code,
        Text name,
        Text thresholdName
    )
    {
        var ratio = totals.Of(kind);
        if (policy.StatusOf(kind, ratio) != RatioStatus.Missed)
            return null;
        var threshold = policy.ThresholdOf(kind);
        return new(
            projectId,
            code,
            // Of hundreds of them a hundred are shown: said when it is read (docs/adr/0069).
            Text.Made(language =>
                $"{name.In(language)} {Figures.Percent(ratio.Exact, threshold).In(language)}, {thresholdName.In(language)} {Figures.Percent(threshold, threshold).In(language)}"
            )
        );
    }

    // A stay is overdue when its clock began before the day that the percentile leads back to; a phase that nobody left yet has none.
    private static IEnumerable<Notice> OverduePhases(
        AsOfView view,
        PortfolioLedger books,
        IReadOnlyList<TimeInPhaseEntry> stays
    )
    {
        var limits = stays.ToDictionary(
            s => s.Phase,
            s => s.P90 is { } days ? view.AsOf.AddDays(-(int)decimal.Floor(days)) : DateOnly.MinValue
        );
        return books
            .Projects.Values.Select(p => (p.Id, p.Standing, p.Phase, ClockFrom: p.Last?.ClockFrom ?? p.StartedOn))
            .Where(p => p.Standing == Standing.Active && p.ClockFrom < limits[p.Phase])
            .OrderBy(p => p.ClockFrom)
            .Select(p => new Notice(
                p.Id,
                "phase_overdue",
                Text.Made(language =>
                    OverduePhase
                        .With(
                            Figures.Plain(view.AsOf.DayNumber - p.ClockFrom.DayNumber),
                            Labels.Of(p.Phase),
                            Figures.Plain(decimal.Round(stays.Single(s => s.Phase == p.Phase).P90!.Value, 1))
                        )
                        .In(language)
                )
            ));
    }

    // Whole days: a report that was made on some day has waited for none of them on that day.
    private async Task<IEnumerable<Notice>> OverdueReviewsAsync(
        AsOfView view,
        PortfolioLedger books,
        LifecyclePolicy policy,
        CancellationToken cancellationToken
    )
    {
        // Reports and decisions are dated by their recording, so the view's end is whichever comes first.
        var nextDay = new DateTimeOffset(view.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var until = nextDay <= view.KnownAt ? nextDay.AddMicroseconds(-1) : view.KnownAt;
        // What had neither an effect nor an answer by then, in this order since nearly all have an effect: joined outwards from the portfolio's own projects.
        var reports =
            from h in view.HoldingsOf(books.PortfolioId)
            join t in db.Transitions on h.ProjectId equals t.ProjectId
            where
                t.RecordedAt <= until
                && !db.Effects.Any(e => e.TransitionId == t.Id && e.RecordedAt <= until)
                && !db.Decisions.Any(d => d.TransitionId == t.Id && d.RecordedAt <= until)
            select new
            {
                t.ProjectId,
                t.Trigger,
                t.RecordedAt,
            };
        return (await reports.ToListAsync(cancellationToken))
            .Where(t => books.Projects.TryGetValue(t.ProjectId, out var p) && p.Led)
            .OrderBy(t => t.RecordedAt)
            .Select(t => (t.ProjectId, t.Trigger, Days: view.AsOf.DayNumber - t.RecordedAt.Today().DayNumber))
            .Where(t => t.Days > policy.ReviewDays)
            .Select(t => new Notice(
                t.ProjectId,
                "review_overdue",
                OverdueReview.With(Labels.Of(t.Trigger), Figures.Plain(t.Days))
            ));
    }

    private static IEnumerable<Notice> Undelivered(PortfolioLedger books, string currency) =>
        books
            .Undelivered.OrderBy(c => c.EndsOn)
            .ThenBy(c => c.Id)
            .Select(c => new Notice(
                c.ProjectId,
                "commitment_undelivered",
                Text.Made(language =>
                    UndeliveredCommitment
                        .With(
                            Figures.Day(c.EndsOn),
                            Figures.Amount(c.Cents - c.Delivered, currency),
                            Figures.Amount(c.Cents, currency)
                        )
                        .In(language)
                )
            ));

    private async Task<IEnumerable<Notice>> OpenWarningsAsync(
        AsOfView view,
        PortfolioLedger books,
        RecordsInView records,
        LifecyclePolicy policy,
        string currency,
        CancellationToken cancellationToken
    )
    {
        // Where no criterion only warns there is nothing to read.
        var phases = PhaseOrder
            .All.Where(phase => Gates.After(phase)?.Criteria.Any(c => policy.SeverityOf(c) == Severity.Warn) == true)
            .ToHashSet();
        var waiting = books
            .Projects.Values.Where(p => p is { Led: true, Standing: Standing.Active } && phases.Contains(p.Phase))
            .ToDictionary(p => p.Id, p => p.Phase);
        if (waiting.Count == 0)
            return [];
        return (await facts.ReadAsync(view, waiting, policy, currency, records, cancellationToken))
            .OrderBy(p => p.Key)
            .Select(p => (ProjectId: p.Key, Open: Warnings(p.Value, policy)))
            .Where(p => p.Open.Count > 0)
            .Select(p => new Notice(
                p.ProjectId,
                "warnings_open",
                Text.Made(language => OpenWarnings.In(language) + string.Join(" ", p.Open.Select(c => c.In(language))))
            ));
    }

    private static List<Text> Warnings(GateFacts facts, LifecyclePolicy policy) =>
        [.. (Gates.After(facts.Phase)?.Warnings(facts, policy) ?? []).Select(c => c.Sentence)];
}
