using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>A move as far as the dashboard looks at it.</summary>
internal readonly record struct BookedMove(
    Guid ProjectId,
    int Sequence,
    Trigger Trigger,
    Phase LeftPhase,
    Phase ToPhase,
    Standing ToStanding,
    DateOnly EffectiveOn,
    int? StayDays,
    DateOnly ClockFrom
);

/// <summary>A held project that had begun, with its moves in order.</summary>
internal sealed record BookedProject(Guid Id, string Code, string Name, DateOnly StartedOn, bool Led)
{
    /// <summary>Where it was.</summary>
    public Phase Phase => Last?.ToPhase ?? Phase.Conception;

    /// <summary>How it stood.</summary>
    public Standing Standing => Last?.ToStanding ?? Standing.Active;

    /// <summary>What had happened.</summary>
    public List<BookedMove> Moves { get; } = [];

    /// <summary>The last move; null for one that never moved.</summary>
    public BookedMove? Last => Moves.Count == 0 ? null : Moves[^1];
}

/// <summary>A tag of a project.</summary>
internal readonly record struct BookedTag(Guid ProjectId, TagDimension Dimension, string Code, int Position, int Of);

/// <summary>A commitment that has ended before it was delivered in full.</summary>
internal sealed record OverdueCommitment(Guid Id, Guid ProjectId, long Cents, DateOnly EndsOn, long Delivered);

/// <summary>
/// Everything that a portfolio's dashboard is made of, read once: five queries (six where a project that is not held has lines) whatever the number of projects, each from the portfolio's own rows
/// outwards by an index, so that what others have costs nothing. Lines of the ledgers are summed up as they come and not kept. Each figure then is a walk
/// over these. A figure by query each read the same rows up to eight times over (docs/adr/0012).
/// </summary>
internal sealed class PortfolioLedger
{
    private readonly Dictionary<Guid, BookedProject> _projects = [];
    private readonly Dictionary<Guid, ProjectTotals> _byProject = [];
    private readonly List<OverdueCommitment> _undelivered = [];

    private PortfolioLedger(Guid portfolioId) => PortfolioId = portfolioId;

    /// <summary>Whose it is.</summary>
    public Guid PortfolioId { get; }

    /// <summary>Held projects that had begun, by id.</summary>
    public IReadOnlyDictionary<Guid, BookedProject> Projects => _projects;

    /// <summary>The same, as far as modules need to know them.</summary>
    public IEnumerable<ViewedProject> Viewed =>
        _projects.Values.Select(p => new ViewedProject(
            p.Id,
            p.Code,
            p.Name,
            p.Led,
            p.Last?.ToStanding is Standing.Stopped or Standing.Adopted
        )
        {
            LeadPortfolioId = p.Led ? PortfolioId : null,
            StartedOn = p.StartedOn,
            Changes = p.Moves.Select(m => new StandingChange(m.EffectiveOn, m.ToStanding)),
        });

    /// <summary>Tags of the held projects, and of others with lines in the books.</summary>
    public ILookup<Guid, BookedTag> Tags { get; private set; } = Array.Empty<BookedTag>().ToLookup(t => t.ProjectId);

    /// <summary>The three ledgers by phase and lever.</summary>
    public LedgerTotals Totals { get; } = new();

    /// <summary>Committed and delivered by instrument.</summary>
    public InstrumentTotals Instruments { get; } = new();

    /// <summary>The three ledgers of each project that has lines in them, also of those that are not held.</summary>
    public IReadOnlyDictionary<Guid, ProjectTotals> ByProject => _byProject;

    /// <summary>Agreed commitments that ended and are neither cancelled nor delivered in full, in no order.</summary>
    public IReadOnlyList<OverdueCommitment> Undelivered => _undelivered;

    /// <summary>Reads the books of a portfolio in a view.</summary>
    public static async Task<PortfolioLedger> ReadAsync(
        AsOfView view,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var books = await ReadFlowAsync(view, portfolioId, cancellationToken);
        await books.ReadLedgersAsync(view, cancellationToken);
        return books;
    }

    /// <summary>Its projects and their moves alone, of a view.</summary>
    public static async Task<PortfolioLedger> ReadFlowAsync(
        AsOfView view,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var books = new PortfolioLedger(portfolioId);
        await books.ReadProjectsAsync(view, portfolioId, cancellationToken);
        await books.ReadMovesAsync(view, portfolioId, cancellationToken);
        return books;
    }

    /// <summary>Reads its plan, its commitments and the tags of its projects.</summary>
    public async Task ReadLedgersAsync(AsOfView view, CancellationToken cancellationToken)
    {
        await ReadPlansAsync(view, PortfolioId, cancellationToken);
        await ReadCommitmentsAsync(view, PortfolioId, cancellationToken);
        await ReadTagsAsync(view, PortfolioId, cancellationToken);
    }

    private async Task ReadProjectsAsync(AsOfView view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var held = await view.HeldByAsync(portfolioId, cancellationToken);
        foreach (var p in held.Where(p => p.StartedOn <= view.AsOf).OrderBy(p => p.Id))
            _projects.Add(p.Id, new(p.Id, p.Code, p.Name, p.StartedOn, p.Led));
    }

    private async Task ReadMovesAsync(AsOfView view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var moves = view.HoldingsOf(portfolioId)
            .Join(
                view.Effects,
                h => h.ProjectId,
                e => e.ProjectId,
                (h, e) =>
                    new
                    {
                        e.ProjectId,
                        e.Sequence,
                        e.Trigger,
                        e.LeftPhase,
                        e.ToPhase,
                        e.ToStanding,
                        e.EffectiveOn,
                        e.StayDays,
                        e.ClockFrom,
                    }
            );
        await foreach (var m in moves.AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (_projects.TryGetValue(m.ProjectId, out var project))
                project.Moves.Add(
                    new(
                        m.ProjectId,
                        m.Sequence,
                        m.Trigger,
                        m.LeftPhase,
                        m.ToPhase,
                        m.ToStanding,
                        m.EffectiveOn,
                        PhaseClock.StayOf(m.Sequence, m.Trigger, project.StartedOn, m.EffectiveOn) ?? m.StayDays,
                        m.ClockFrom
                    )
                );
        foreach (var project in _projects.Values)
            project.Moves.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
    }

    private async Task ReadPlansAsync(AsOfView view, Guid portfolioId, CancellationToken cancellationToken)
    {
        await foreach (var l in view.PlannedBy(portfolioId).AsAsyncEnumerable().WithCancellation(cancellationToken))
            Add(Basis.Planned, l.ProjectId, l.Phase, l.Lever, l.Cents);
    }

    private async Task ReadCommitmentsAsync(AsOfView view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var (cancellations, deliveries) = (view.Cancellations, view.Deliveries);
        // A delivery that had come before its commitment was agreed cannot be, but may have been recorded so: hence all, and who is agreed is told.
        var commitments = view.CommitmentsOf(portfolioId)
            .Select(c => new
            {
                c.Id,
                c.ProjectId,
                c.Phase,
                c.Lever,
                c.Cents,
                c.EndsOn,
                c.Instrument,
                Agreed = c.AgreedOn <= view.AsOf && c.RecordedAt <= view.KnownAt,
                // As a value of the one row by its key: of what exists, PostgreSQL would read everybody's (docs/performance.md).
                Cancelled = cancellations.Where(x => x.CommitmentId == c.Id).Max(x => (DateOnly?)x.CancelledOn) != null,
                Delivered = deliveries.Where(d => d.CommitmentId == c.Id).Sum(d => d.Cents),
            });
        await foreach (var c in commitments.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            Instruments.Add(c.Instrument, c.Agreed, c.Cancelled ? c.Delivered : c.Cents, c.Delivered);
            if (c.Agreed)
                Add(Basis.Committed, c.ProjectId, c.Phase, c.Lever, c.Cancelled ? c.Delivered : c.Cents);
            if (c.Delivered != 0)
                Add(Basis.Delivered, c.ProjectId, c.Phase, c.Lever, c.Delivered);
            if (c is { Agreed: true, Cancelled: false, EndsOn: { } end } && end < view.AsOf && c.Delivered < c.Cents)
                _undelivered.Add(new(c.Id, c.ProjectId, c.Cents, end, c.Delivered));
        }
    }

    private async Task ReadTagsAsync(AsOfView view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var tags = new List<BookedTag>();
        var held = view.HoldingsOf(portfolioId)
            .Join(
                view.Tags.Where(t => t.Dimension <= TagDimension.Region),
                h => h.ProjectId,
                t => t.ProjectId,
                (h, t) =>
                    new
                    {
                        t.ProjectId,
                        t.Dimension,
                        t.Code,
                        t.Position,
                        t.Of,
                    }
            );
        await foreach (var t in held.AsAsyncEnumerable().WithCancellation(cancellationToken))
            tags.Add(new(t.ProjectId, t.Dimension, t.Code, t.Position, t.Of));
        // A project that was released keeps its lines in the books: few, if any.
        if (_byProject.Keys.Any(id => !_projects.ContainsKey(id)))
        {
            var known = tags.Select(t => t.ProjectId).Concat(_projects.Keys).ToHashSet();
            var others = view.CommitmentsOf(portfolioId)
                .Select(c => c.ProjectId)
                .Distinct()
                .Join(
                    view.Tags.Where(t => t.Dimension <= TagDimension.Region),
                    id => id,
                    t => t.ProjectId,
                    (id, t) =>
                        new
                        {
                            t.ProjectId,
                            t.Dimension,
                            t.Code,
                            t.Position,
                            t.Of,
                        }
                );
            await foreach (var t in others.AsAsyncEnumerable().WithCancellation(cancellationToken))
                if (!known.Contains(t.ProjectId))
                    tags.Add(new(t.ProjectId, t.Dimension, t.Code, t.Position, t.Of));
        }
        Tags = tags.ToLookup(t => t.ProjectId);
    }

    private void Add(Basis basis, Guid projectId, Phase phase, Lever lever, long cents)
    {
        Totals.Add(basis, phase, lever, cents);
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_byProject, projectId, out _);
        sums = sums.And(basis, lever, cents);
    }
}
