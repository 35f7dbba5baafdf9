using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Dashboards;

/// <summary>Where projects are, how they got there and how long it took; counted by the database.</summary>
public static class ProjectFlow
{
    /// <summary>Months that are shown.</summary>
    public const int Months = 24;

    /// <summary>Projects by phase and standing; those that never moved are active in conception.</summary>
    public static async Task<ProjectCounts> CountsAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var total = await projects.CountAsync(cancellationToken);
        var moved = await view.LastEffects.Where(e => projects.Any(p => p.Id == e.ProjectId))
            .GroupBy(e => new { e.ToPhase, e.ToStanding }).Select(g => new { g.Key.ToPhase, g.Key.ToStanding, Count = g.Count() }).ToListAsync(cancellationToken);
        var unmoved = total - moved.Sum(m => m.Count);
        return new(total,
            Phases.All.ToDictionary(p => Codes.Of(p), p => moved.Where(m => m.ToPhase == p).Sum(m => m.Count) + (p == Phase.Conception ? unmoved : 0)),
            Enum.GetValues<Standing>().ToDictionary(s => Codes.Of(s), s => moved.Where(m => m.ToStanding == s).Sum(m => m.Count) + (s == Standing.Active ? unmoved : 0)));
    }

    /// <summary>How many ever reached each phase. A phase is reached by advancing into it, once for good.</summary>
    public static async Task<IReadOnlyList<FunnelEntry>> FunnelAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var total = await projects.CountAsync(cancellationToken);
        var advanced = await view.Effects.Where(e => e.Trigger == Trigger.Advance && projects.Any(p => p.Id == e.ProjectId))
            .GroupBy(e => e.ToPhase).Select(g => new { Phase = g.Key, Count = g.Select(e => e.ProjectId).Distinct().Count() })
            .ToDictionaryAsync(r => r.Phase, r => r.Count, cancellationToken);

        int Reached(Phase phase) => phase == Phase.Conception ? total : advanced.GetValueOrDefault(phase);
        return [.. Phases.All.Select(phase =>
        {
            var (reached, passedOn) = (Reached(phase), phase.Next() is { } next ? Reached(next) : (int?)null);
            return new FunnelEntry(phase, reached, passedOn, passedOn is { } passed ? new Ratio(passed, reached).Value : null);
        })];
    }

    /// <summary>Days of the stays that ended. The database counts how often each length occurs, so what is read does not grow with the portfolio.</summary>
    public static async Task<IReadOnlyList<TimeInPhaseEntry>> TimeInPhaseAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var lengths = await view.Effects.Where(e => e.StayDays != null && projects.Any(p => p.Id == e.ProjectId))
            .GroupBy(e => new { e.LeftPhase, e.StayDays }).Select(g => new { g.Key.LeftPhase, Days = g.Key.StayDays!.Value, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. Phases.All.Select(phase =>
        {
            var stays = lengths.Where(l => l.LeftPhase == phase).OrderBy(l => l.Days).Select(l => (l.Days, l.Count)).ToList();
            return new TimeInPhaseEntry(phase, stays.Sum(s => s.Count), Percentile(stays, 0.5m), Percentile(stays, 0.9m));
        })];
    }

    /// <summary>Moves by month, months without any included.</summary>
    public static async Task<IReadOnlyList<MonthEntry>> ByMonthAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var first = new DateOnly(view.AsOf.Year, view.AsOf.Month, 1).AddMonths(1 - Months);
        // The cast through object lets both databases take year and month of a converted date. Joined, since behind a filter with a subquery EF
        // counts in a subquery that compares the months of both, which SQL Server refuses (error 8120).
        var moves = await view.Effects.Where(e => e.EffectiveOn >= first).Join(projects, e => e.ProjectId, p => p.Id, (e, p) => e)
            .GroupBy(e => new { ((DateTime)(object)e.EffectiveOn).Year, ((DateTime)(object)e.EffectiveOn).Month, e.Trigger })
            .Select(g => new { g.Key.Year, g.Key.Month, g.Key.Trigger, Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. Enumerable.Range(0, Months).Select(i => first.AddMonths(i)).Select(month =>
        {
            var ofMonth = moves.Where(m => m.Year == month.Year && m.Month == month.Month).ToList();
            return new MonthEntry(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), ofMonth.Sum(m => m.Count),
                ofMonth.OrderBy(m => m.Trigger).ToDictionary(m => Codes.Of(m.Trigger), m => m.Count));
        })];
    }

    // Between the two nearest ranks, as PERCENTILE.INC does, over values that are given with how often each occurs.
    private static decimal? Percentile(IReadOnlyList<(int Days, int Count)> lengths, decimal share)
    {
        var count = lengths.Sum(l => l.Count);
        if (count == 0) return null;
        var rank = share * (count - 1);
        var below = (int)decimal.Floor(rank);
        var (low, high) = (At(below), At(Math.Min(below + 1, count - 1)));
        return decimal.Round(low + (rank - below) * (high - low), 1, MidpointRounding.AwayFromZero);

        int At(int position)
        {
            foreach (var (days, times) in lengths)
                if ((position -= times) < 0) return days;
            throw new InvalidOperationException("The position lies beyond the last value.");
        }
    }
}
