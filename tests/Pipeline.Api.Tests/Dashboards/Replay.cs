using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>
/// The dashboard's figures computed slowly and plainly: every record of the database is read, and walked through one by one. Shares nothing with the
/// product's queries, so that the two can only agree by being right.
/// </summary>
internal sealed class Replay
{
    private readonly List<Project> _projects;
    private readonly List<Holding> _holdings;
    private readonly List<ProjectTag> _tags;
    private readonly List<Transition> _transitions;
    private readonly List<PlanVersion> _plans;
    private readonly List<Commitment> _commitments;

    private Replay(
        List<Project> projects,
        List<Holding> holdings,
        List<ProjectTag> tags,
        List<Transition> transitions,
        List<PlanVersion> plans,
        List<Commitment> commitments
    ) =>
        (_projects, _holdings, _tags, _transitions, _plans, _commitments) = (
            projects,
            holdings,
            tags,
            transitions,
            plans,
            commitments
        );

    public static async Task<Replay> ReadAsync(PipelineDbContext db) =>
        new(
            await db.Projects.AsNoTracking().ToListAsync(),
            await db.Holdings.AsNoTracking().ToListAsync(),
            await db.Tags.AsNoTracking().ToListAsync(),
            await db.Transitions.AsNoTracking().Include(t => t.Effect).Include(t => t.Decision).ToListAsync(),
            await db.PlanVersions.AsNoTracking().Include(v => v.Lines).ToListAsync(),
            await db.Commitments.AsNoTracking().Include(c => c.Deliveries).Include(c => c.Cancellation).ToListAsync()
        );

    /// <summary>Where a project was, how long it had been there, and the lengths of the stays that had ended.</summary>
    public sealed record Life(
        Phase Phase,
        Standing Standing,
        int Days,
        HashSet<Phase> Reached,
        List<(Phase Phase, int Days)> Stays,
        List<(DateOnly On, Trigger Trigger, Standing To)> Moves
    )
    {
        public bool HasEnded => Standing is Standing.Stopped or Standing.Adopted;
    }

    /// <summary>A project that was held and had begun.</summary>
    public sealed record Held(Guid Id, Life Life)
    {
        public required bool Led { get; init; }

        public required DateOnly StartedOn { get; init; }
    }

    /// <summary>A commitment, agreed by then or not, and what it came to.</summary>
    public sealed record Booked(Commitment Of, bool Agreed, bool Cancelled, List<Delivery> Deliveries)
    {
        public long Delivered => Deliveries.Sum(d => d.Cents);

        public long Committed => Cancelled ? Delivered : Of.Cents;
    }

    /// <summary>A sum of a ledger, with all that it says of itself.</summary>
    public sealed record Line(
        Guid Project,
        Basis Basis,
        Phase Phase,
        Lever Lever,
        Guid? Funder,
        Instrument? Instrument,
        long Cents
    );

    public sealed record Figures(
        List<Line> Lines,
        List<Booked> Commitments,
        List<Held> Projects,
        List<Transition> Waiting,
        Dictionary<(Guid Project, Lever Lever), long> Committed,
        Dictionary<(Basis, Phase, Lever), long> Money,
        Dictionary<(TagDimension, string), int> Counts,
        Dictionary<(TagDimension, string, Basis), long> Parts
    );

    public Figures Of(Guid portfolio, DateOnly asOf, DateTimeOffset knownAt)
    {
        var voided = _projects.Where(p => p.VoidedAt <= knownAt).Select(p => p.Id).ToHashSet();
        bool Holds(Guid project, bool lead) =>
            !voided.Contains(project)
            && _holdings.Exists(h =>
                h.PortfolioId == portfolio
                && h.ProjectId == project
                && (!lead || h.Kind == HoldingKind.Lead)
                && h.RecordedAt <= knownAt
                && !(h.FromOn > asOf)
                && (!(h.EndedAt <= knownAt) || h.EndedOn > asOf)
            );

        var projects = _projects
            .Where(p => p.StartedOn <= asOf && p.RecordedAt <= knownAt && Holds(p.Id, lead: false))
            .Select(p => new Held(p.Id, LifeOf(p, asOf, knownAt))
            {
                Led = Holds(p.Id, lead: true),
                StartedOn = p.StartedOn,
            })
            .ToList();
        var (ledger, commitments) = (new List<Line>(), new List<Booked>());
        foreach (var project in _projects.Where(p => Holds(p.Id, lead: true)))
        {
            var plan = _plans
                .Where(v => v.ProjectId == project.Id && v.EffectiveOn <= asOf && v.RecordedAt <= knownAt)
                .OrderBy(v => v.EffectiveOn)
                .ThenBy(v => v.Number)
                .LastOrDefault();
            foreach (var line in plan?.Lines ?? [])
                ledger.Add(new(project.Id, Basis.Planned, line.Phase, line.Lever, null, null, line.Cents));
        }
        var committed = new Dictionary<(Guid, Lever), long>();
        foreach (var c in _commitments.Where(c => !voided.Contains(c.ProjectId)))
        {
            var deliveries = c.Deliveries.Where(d => d.DeliveredOn <= asOf && d.RecordedAt <= knownAt).ToList();
            var line = new Line(
                c.ProjectId,
                Basis.Delivered,
                c.Phase,
                c.Lever,
                c.FunderOrganisationId,
                c.Instrument,
                deliveries.Sum(d => d.Cents)
            );
            var booked = new Booked(
                c,
                c.AgreedOn <= asOf && c.RecordedAt <= knownAt,
                c.Cancellation is { } x && x.CancelledOn <= asOf && x.RecordedAt <= knownAt,
                deliveries
            );
            if (booked.Agreed)
                committed[(c.ProjectId, c.Lever)] =
                    committed.GetValueOrDefault((c.ProjectId, c.Lever)) + booked.Committed;
            if (c.PortfolioId != portfolio)
                continue;
            ledger.Add(line);
            commitments.Add(booked);
            if (booked.Agreed)
                ledger.Add(line with { Basis = Basis.Committed, Cents = booked.Committed });
        }
        return new(
            ledger,
            commitments,
            projects,
            Waiting(asOf, knownAt),
            committed,
            ledger
                .GroupBy(l => (l.Basis, l.Phase, l.Lever))
                .Select(g => (g.Key, Cents: g.Sum(l => l.Cents)))
                .Where(g => g.Cents != 0)
                .ToDictionary(g => g.Key, g => g.Cents),
            CountsByTag(projects.ConvertAll(p => p.Id), knownAt),
            PartsByTag(ledger, knownAt)
        );
    }

    // Reports and answers count from when they were recorded, on the days up to the view's own.
    private List<Transition> Waiting(DateOnly asOf, DateTimeOffset knownAt)
    {
        bool Was(DateTimeOffset recordedAt) =>
            recordedAt <= knownAt && DateOnly.FromDateTime(recordedAt.UtcDateTime) <= asOf;
        return
        [
            .. _transitions.Where(t =>
                Was(t.RecordedAt)
                && !(t.Effect is { } effect && Was(effect.RecordedAt))
                && !(t.Decision is { } decision && Was(decision.RecordedAt))
            ),
        ];
    }

    // Walks the moves in order and keeps its own clock; the clock that the product stores with each move is not looked at.
    private Life LifeOf(Project project, DateOnly asOf, DateTimeOffset knownAt)
    {
        var (phase, standing, reached) = (Phase.Conception, Standing.Active, new HashSet<Phase> { Phase.Conception });
        var (stays, moves) = (new List<(Phase, int)>(), new List<(DateOnly, Trigger, Standing)>());
        var (running, days) = ((DateOnly?)project.StartedOn, 0);
        foreach (
            var move in _transitions
                .Where(t =>
                    t.ProjectId == project.Id
                    && t.Effect is not null
                    && t.EffectiveOn <= asOf
                    && t.Effect.RecordedAt <= knownAt
                )
                .OrderBy(t => t.Effect!.Sequence)
        )
        {
            var on = move.EffectiveOn;
            if (running is { } since)
                days += on.DayNumber - since.DayNumber;
            if (move.Trigger is Trigger.Advance or Trigger.StepBack or Trigger.Stop or Trigger.Adopt)
                stays.Add((phase, days));
            (running, days) = move.Trigger switch
            {
                Trigger.Advance or Trigger.StepBack or Trigger.Reopen => ((DateOnly?)on, 0),
                Trigger.Resume => (on, days),
                _ => (null, days),
            };
            (phase, standing) = (move.ToPhase, move.ToStanding);
            if (move.Trigger == Trigger.Advance)
                reached.Add(phase);
            moves.Add((on, move.Trigger, standing));
        }
        if (running is { } from)
            days += asOf.DayNumber - from.DayNumber;
        return new(phase, standing, days, reached, stays, moves);
    }

    private Dictionary<(TagDimension, string), int> CountsByTag(List<Guid> projects, DateTimeOffset knownAt)
    {
        var counts = new Dictionary<(TagDimension, string), int>();
        foreach (var project in projects)
        foreach (var dimension in Enum.GetValues<TagDimension>())
        foreach (var code in Codes(project, dimension, knownAt))
            counts[(dimension, code)] = counts.GetValueOrDefault((dimension, code)) + 1;
        return counts;
    }

    private Dictionary<(TagDimension, string, Basis), long> PartsByTag(List<Line> ledger, DateTimeOffset knownAt)
    {
        var parts = new Dictionary<(TagDimension, string, Basis), long>();
        foreach (var sum in ledger.GroupBy(l => (l.Project, l.Basis)))
        foreach (var dimension in Enum.GetValues<TagDimension>())
        {
            var (codes, cents) = (Codes(sum.Key.Project, dimension, knownAt), sum.Sum(l => l.Cents));
            for (var i = 0; i < codes.Count; i++)
                parts[(dimension, codes[i], sum.Key.Basis)] =
                    parts.GetValueOrDefault((dimension, codes[i], sum.Key.Basis))
                    + cents / codes.Count
                    + (i < cents % codes.Count ? 1 : 0);
        }
        return parts;
    }

    /// <summary>What a project said of itself in a dimension at an instant, in its order.</summary>
    public IReadOnlyList<string> Codes(Guid project, TagDimension dimension, DateTimeOffset knownAt)
    {
        var codes = _tags
            .Where(t =>
                t.ProjectId == project && t.Dimension == dimension && t.RecordedAt <= knownAt && !(t.EndedAt <= knownAt)
            )
            .OrderBy(t => t.Position)
            .Select(t => t.Code)
            .ToList();
        return codes.Count > 0 ? codes : ["none"];
    }
}
