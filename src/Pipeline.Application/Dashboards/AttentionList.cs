using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>What somebody should look at, found by the database; each kind is one query, whatever the number of projects.</summary>
public sealed class AttentionList(IPipelineDb db, GateFactsReader facts, TimeProvider time)
{
    /// <summary>The most entries of each kind.</summary>
    public const int MostOfAKind = 100;

    /// <summary>Days after which a report has waited too long.</summary>
    public const int ReviewDays = 14;

    private sealed record Found(Guid ProjectId, string Code, Text Message);

    /// <summary>The entries, at most <see cref="MostOfAKind"/> of each kind, and how many there are.</summary>
    public async Task<(IReadOnlyList<AttentionEntry> Entries, IReadOnlyDictionary<string, int> Totals)> ReadAsync(
        View view, Guid portfolioId, PortfolioPolicy policy, IReadOnlyList<TimeInPhaseEntry> stays, Language language, CancellationToken cancellationToken)
    {
        var found = new List<Found>();
        found.AddRange(await MissedRatiosAsync(view, portfolioId, policy, cancellationToken));
        found.AddRange(await OverduePhasesAsync(view, portfolioId, stays, cancellationToken));
        found.AddRange(await OverdueReviewsAsync(view, portfolioId, cancellationToken));
        found.AddRange(await UndeliveredAsync(view, portfolioId, cancellationToken));
        found.AddRange(await OpenWarningsAsync(view, portfolioId, policy, cancellationToken));

        var shown = found.GroupBy(f => f.Code).SelectMany(kind => kind.Take(MostOfAKind)).ToList();
        var projects = await view.ProjectsOf(portfolioId).Select(p => new { p.Id, p.Code, p.Name }).Where(p => shown.Select(f => f.ProjectId).Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return (
            [.. shown.Where(f => projects.ContainsKey(f.ProjectId)).Select(f => new AttentionEntry(f.ProjectId, projects[f.ProjectId].Code, projects[f.ProjectId].Name, f.Code, f.Message.In(language)))],
            found.GroupBy(f => f.Code).ToDictionary(kind => kind.Key, kind => kind.Count()));
    }

    // On what is committed: the plan can still change, what was delivered follows. The database finds candidates, the domain judges the exact fraction.
    private static async Task<IEnumerable<Found>> MissedRatiosAsync(View view, Guid portfolioId, PortfolioPolicy policy, CancellationToken cancellationToken)
    {
        var sums = view.OfPortfolio(Basis.Committed, portfolioId).GroupBy(r => r.ProjectId).Select(g => new
        {
            ProjectId = g.Key,
            Capacity = g.Sum(r => r.Lever == Lever.ExpertiseAndNetworks || r.Lever == Lever.StrategyAndGovernance ? r.Cents : 0),
            Evaluation = g.Sum(r => r.Lever == Lever.Evaluation ? r.Cents : 0),
            Total = g.Sum(r => r.Cents),
        });
        // Joined, so that the sums are one derived table: a condition put on the groups themselves is computed anew for each of them.
        var totals = await view.ProjectsOf(portfolioId)
            .Where(p => !view.LastEffects.Any(e => e.ProjectId == p.Id && (e.ToStanding == Standing.Stopped || e.ToStanding == Standing.Adopted)))
            .Join(sums, p => p.Id, t => t.ProjectId, (p, t) => new { t.ProjectId, t.Capacity, t.Evaluation, t.Total })
            .Where(t => t.Total > 0 && ((double)t.Capacity < (double)policy.CapacityBuildingTarget * t.Total || (double)t.Evaluation > (double)policy.EvaluationCeiling * t.Total))
            .ToListAsync(cancellationToken);
        return totals.Select(t => (t.ProjectId, Totals: new LeverTotals(t.Capacity, t.Evaluation, t.Total))).SelectMany(t => new[]
        {
            Missed(t.ProjectId, RatioKind.CapacityBuilding, t.Totals, policy.CapacityBuildingTarget, "capacity_building_missed",
                new("committed capacity-building share", "part engagée de renforcement des capacités"), new("target", "cible")),
            Missed(t.ProjectId, RatioKind.Evaluation, t.Totals, policy.EvaluationCeiling, "evaluation_missed",
                new("committed evaluation share", "part engagée d'évaluation"), new("ceiling", "plafond")),
        }).OfType<Found>();
    }

    private static Found? Missed(Guid projectId, RatioKind kind, LeverTotals totals, decimal threshold, string code, Text name, Text thresholdName)
    {
        var ratio = totals.Of(kind);
        if (RatioPolicy.StatusOf(kind, ratio, threshold) != RatioStatus.Missed) return null;
        return new(projectId, code, new(
            $"{name.En} {Percent(ratio.Exact)} %, {thresholdName.En} {Percent(threshold)} %",
            $"{name.Fr} {Percent(ratio.Exact, ',')} %, {thresholdName.Fr} {Percent(threshold, ',')} %"));
    }

    private static async Task<IEnumerable<Found>> OverduePhasesAsync(View view, Guid portfolioId, IReadOnlyList<TimeInPhaseEntry> stays, CancellationToken cancellationToken)
    {
        // A stay is longer than the percentile when its clock began before this day; a phase that nobody left yet has none.
        DateOnly Limit(Phase phase) => stays.Single(s => s.Phase == phase).P90 is { } days ? view.AsOf.AddDays(-(int)decimal.Floor(days)) : DateOnly.MinValue;
        var (conception, experimentation, modelling, scalingOut, industrialisation) =
            (Limit(Phase.Conception), Limit(Phase.Experimentation), Limit(Phase.Modelling), Limit(Phase.ScalingOut), Limit(Phase.Industrialisation));

        var projects = view.ProjectsOf(portfolioId);
        var moved = await view.LastEffects
            .Where(e => e.ToStanding == Standing.Active && projects.Any(p => p.Id == e.ProjectId)
                && ((e.ToPhase == Phase.Conception && e.ClockFrom < conception) || (e.ToPhase == Phase.Experimentation && e.ClockFrom < experimentation)
                    || (e.ToPhase == Phase.Modelling && e.ClockFrom < modelling) || (e.ToPhase == Phase.ScalingOut && e.ClockFrom < scalingOut)
                    || (e.ToPhase == Phase.Industrialisation && e.ClockFrom < industrialisation)))
            .Select(e => new { e.ProjectId, e.ToPhase, e.ClockFrom }).ToListAsync(cancellationToken);
        var unmoved = await projects.Where(p => p.StartedOn < conception && !view.Effects.Any(e => e.ProjectId == p.Id))
            .Select(p => new { ProjectId = p.Id, ToPhase = Phase.Conception, ClockFrom = p.StartedOn }).ToListAsync(cancellationToken);

        return moved.Concat(unmoved).OrderBy(e => e.ClockFrom).Select(e =>
        {
            var days = view.AsOf.DayNumber - e.ClockFrom.DayNumber;
            var usual = stays.Single(s => s.Phase == e.ToPhase).P90!.Value.ToString("0.#", CultureInfo.InvariantCulture);
            return new Found(e.ProjectId, "phase_overdue", new(
                $"{days} days in {Labels.Of(e.ToPhase).En}; 90 % of stays took {usual} at most",
                $"{days} jours en {Labels.Of(e.ToPhase).Fr} ; 90 % des séjours en ont pris {usual} au plus"));
        });
    }

    private async Task<IEnumerable<Found>> OverdueReviewsAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        // Reports and decisions are dated by their recording, so the view's end is whichever comes first.
        var endOfDay = new DateTimeOffset(view.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var until = endOfDay < view.KnownAt ? endOfDay : view.KnownAt;
        var before = until.AddDays(-ReviewDays);
        var projects = view.ProjectsOf(portfolioId).Where(p => p.LeadPortfolioId == portfolioId);
        var waiting = await db.Transitions
            .Where(t => t.RecordedAt < before && projects.Any(p => p.Id == t.ProjectId)
                && !db.Decisions.Any(d => d.TransitionId == t.Id && d.RecordedAt <= until) && !db.Effects.Any(e => e.TransitionId == t.Id && e.RecordedAt <= until))
            .OrderBy(t => t.RecordedAt).Select(t => new { t.ProjectId, t.Trigger, t.RecordedAt }).ToListAsync(cancellationToken);
        return waiting.Select(t =>
        {
            var days = (int)(until - t.RecordedAt).TotalDays;
            return new Found(t.ProjectId, "review_overdue", new(
                $"{Codes.Of(t.Trigger)} has waited {days} days for a decision",
                $"{Codes.Of(t.Trigger)} attend une décision depuis {days} jours"));
        });
    }

    private async Task<IEnumerable<Found>> UndeliveredAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var delivered = view.Deliveries.GroupBy(d => d.CommitmentId).Select(g => new { CommitmentId = g.Key, Cents = g.Sum(d => d.Cents) });
        var ended =
            from c in view.Agreed(db.Commitments).Where(c => c.PortfolioId == portfolioId && c.EndsOn < view.AsOf
                && !db.Cancellations.Any(x => x.CommitmentId == c.Id && x.CancelledOn <= view.AsOf && x.RecordedAt <= view.KnownAt))
            join d in delivered on c.Id equals d.CommitmentId into deliveries
            from d in deliveries.DefaultIfEmpty()
            select new { c.ProjectId, c.EndsOn, c.Cents, Delivered = (long?)d.Cents ?? 0 };
        var open = await ended.Where(c => c.Delivered < c.Cents).OrderBy(c => c.EndsOn).ToListAsync(cancellationToken);
        return open.Select(c => new Found(c.ProjectId, "commitment_undelivered", new(
            $"a commitment ended on {c.EndsOn:yyyy-MM-dd} with {Amount(c.Cents - c.Delivered)} of {Amount(c.Cents)} not delivered",
            $"un engagement a pris fin le {c.EndsOn:yyyy-MM-dd} avec {Amount(c.Cents - c.Delivered)} sur {Amount(c.Cents)} non versés")));
    }

    // Gates judge today's facts, of which there is no yesterday: a view of the past has no open warnings.
    private async Task<IEnumerable<Found>> OpenWarningsAsync(View view, Guid portfolioId, PortfolioPolicy policy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (view.AsOf != now.Today() || view.KnownAt < now.AddMinutes(-1)) return [];
        var active = view.ProjectsOf(portfolioId).Where(p => p.LeadPortfolioId == portfolioId && p.Standing == Standing.Active);
        return (await facts.ReadAsync(active, cancellationToken)).Select(p => (ProjectId: p.Key, Open: Warnings(p.Value, policy))).Where(p => p.Open.Count > 0)
            .Select(p => new Found(p.ProjectId, "warnings_open", new(
                $"open before the next phase: {string.Join(", ", p.Open)}", $"en suspens avant la phase suivante : {string.Join(", ", p.Open)}")));
    }

    private static List<string> Warnings(GateFacts facts, PortfolioPolicy policy) =>
        [.. (Gates.After(facts.Phase)?.Judge(facts, policy) ?? []).Where(c => c is { Met: false, Severity: Severity.Warn }).Select(c => c.Code)];

    private static string Percent(decimal share, char point = '.') =>
        decimal.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', point);

    private static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
