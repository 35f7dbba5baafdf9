using System.Globalization;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Dashboards;

/// <summary>Where projects are, how they got there and how long it took.</summary>
internal static class ProjectFlow
{
    /// <summary>Months that are shown.</summary>
    public const int Months = 24;

    /// <summary>Projects by phase and standing; those that never moved are active in conception.</summary>
    public static ProjectCounts Counts(PortfolioLedger books)
    {
        var states = books
            .Projects.Values.Select(p =>
                p.Last is { } last
                    ? new State(last.ToPhase, last.ToStanding)
                    : new State(Phase.Conception, Standing.Active)
            )
            .CountBy(s => s)
            .ToList();
        return new(
            books.Projects.Count,
            PhaseOrder.All.ToDictionary(p => Codes.Of(p), p => states.Where(s => s.Key.Phase == p).Sum(s => s.Value)),
            Enum.GetValues<Standing>()
                .ToDictionary(
                    standing => Codes.Of(standing),
                    standing => states.Where(s => s.Key.Standing == standing).Sum(s => s.Value)
                )
        );
    }

    private static readonly Text Last = new(
        "Undefined: no phase comes after the last one.",
        "Indéfini : aucune phase ne vient après la dernière."
    );

    private static readonly Text Unreached = new(
        "Undefined: no project was ever in this phase.",
        "Indéfini : aucun projet n'a jamais été dans cette phase."
    );

    /// <summary>How many ever reached each phase. A phase is reached by advancing into it, once for good.</summary>
    public static IReadOnlyList<FunnelEntry> Funnel(PortfolioLedger books, Language language)
    {
        var advanced = books
            .Projects.Values.SelectMany(p =>
                p.Moves.Where(m => m.Trigger == Trigger.Advance).Select(m => m.ToPhase).Distinct()
            )
            .CountBy(p => p)
            .ToDictionary();

        int Reached(Phase phase) =>
            phase == Phase.Conception ? books.Projects.Count : advanced.GetValueOrDefault(phase);
        return
        [
            .. PhaseOrder.All.Select(phase =>
            {
                var (reached, passedOn) = (Reached(phase), phase.Next() is { } next ? Reached(next) : (int?)null);
                return new FunnelEntry(
                    phase,
                    reached,
                    passedOn,
                    passedOn is { } passed ? new Ratio(passed, reached).Value : null,
                    passedOn is null ? Last.In(language)
                        : reached == 0 ? Unreached.In(language)
                        : null
                );
            }),
        ];
    }

    /// <summary>Days of the stays that ended.</summary>
    public static IReadOnlyList<TimeInPhaseEntry> TimeInPhase(PortfolioLedger books)
    {
        var lengths = books
            .Projects.Values.SelectMany(p => p.Moves)
            .Where(m => m.StayDays is not null)
            .CountBy(m => (m.LeftPhase, Days: m.StayDays!.Value))
            .ToLookup(l => l.Key.LeftPhase);
        return
        [
            .. PhaseOrder.All.Select(phase =>
            {
                var stays = lengths[phase].OrderBy(l => l.Key.Days).Select(l => (l.Key.Days, l.Value)).ToList();
                return new TimeInPhaseEntry(
                    phase,
                    stays.Sum(s => s.Value),
                    Percentile(stays, 0.5m),
                    Percentile(stays, 0.9m)
                );
            }),
        ];
    }

    /// <summary>Moves by month, months without any included.</summary>
    public static IReadOnlyList<MonthEntry> ByMonth(PortfolioLedger books, DateOnly asOf)
    {
        var first = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1 - Months);
        var moves = books
            .Projects.Values.SelectMany(p => p.Moves)
            .Where(m => m.EffectiveOn >= first)
            .CountBy(m => (Month: new DateOnly(m.EffectiveOn.Year, m.EffectiveOn.Month, 1), m.Trigger))
            .ToLookup(m => m.Key.Month);
        return
        [
            .. Enumerable
                .Range(0, Months)
                .Select(i => first.AddMonths(i))
                .Select(month => new MonthEntry(
                    month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    moves[month].Sum(m => m.Value),
                    moves[month].OrderBy(m => m.Key.Trigger).ToDictionary(m => Codes.Of(m.Key.Trigger), m => m.Value)
                )),
        ];
    }

    // Between the two nearest ranks, as PERCENTILE.INC does, over values that are given with how often each occurs.
    private static decimal? Percentile(IReadOnlyList<(int Days, int Count)> lengths, decimal share)
    {
        var count = lengths.Sum(l => l.Count);
        if (count == 0)
            return null;
        var rank = share * (count - 1);
        var below = (int)decimal.Floor(rank);
        var (low, high) = (At(below), At(Math.Min(below + 1, count - 1)));
        return decimal.Round(low + (rank - below) * (high - low), 1, MidpointRounding.AwayFromZero);

        int At(int position)
        {
            foreach (var (days, times) in lengths)
                if ((position -= times) < 0)
                    return days;
            throw new InvalidOperationException("The position lies beyond the last value.");
        }
    }
}
