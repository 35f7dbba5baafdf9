using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>A move as far as the dashboard looks at it.</summary>
internal readonly record struct BookedMove(Guid ProjectId, int Sequence, Trigger Trigger, Phase LeftPhase, Phase ToPhase, Standing ToStanding, DateOnly EffectiveOn, int? StayDays, DateOnly ClockFrom);

/// <summary>A held project that had begun, with its moves in order.</summary>
internal sealed record BookedProject(Guid Id, string Code, string Name, DateOnly StartedOn, bool Led, Phase PhaseNow, Standing StandingNow)
{
    /// <summary>What had happened.</summary>
    public List<BookedMove> Moves { get; } = [];

    /// <summary>The last move; null for one that never moved.</summary>
    public BookedMove? Last => Moves.Count == 0 ? null : Moves[^1];
}

/// <summary>A tag of a project.</summary>
internal readonly record struct BookedTag(Guid ProjectId, TagDimension Dimension, string Code, int Position, int Of);

/// <summary>A commitment of the portfolio's books, agreed or not yet in view, with what had been delivered on it.</summary>
internal sealed record BookedCommitment(Guid ProjectId, Phase Phase, Lever Lever, long Cents, DateOnly? EndsOn, bool Agreed, bool Cancelled, long Delivered, bool AnyDelivered);

/// <summary>
/// Everything that a portfolio's dashboard is made of, read once: seven queries whatever the number of projects, each from the portfolio's own rows
/// outwards by an index, so that what others have costs nothing. Each figure then is a walk over these. A figure by query each read the same rows up
/// to eight times over (docs/adr/0012).
/// </summary>
internal sealed class PortfolioBooks
{
    private PortfolioBooks(IReadOnlyDictionary<Guid, BookedProject> projects, IReadOnlyList<BookedTag> tags, IReadOnlyList<LedgerRow> planned, IReadOnlyList<BookedCommitment> commitments)
    {
        (Projects, Tags, Planned, Commitments) = (projects, tags.ToLookup(t => t.ProjectId), planned, commitments);
        Committed = [.. commitments.Where(c => c.Agreed).Select(c => new LedgerRow { ProjectId = c.ProjectId, Phase = c.Phase, Lever = c.Lever, Cents = c.Cancelled ? c.Delivered : c.Cents })];
        Delivered = [.. commitments.Where(c => c.AnyDelivered).Select(c => new LedgerRow { ProjectId = c.ProjectId, Phase = c.Phase, Lever = c.Lever, Cents = c.Delivered })];
    }

    /// <summary>Held projects that had begun, by id.</summary>
    public IReadOnlyDictionary<Guid, BookedProject> Projects { get; }

    /// <summary>Tags of the held projects, and of others with lines in the books.</summary>
    public ILookup<Guid, BookedTag> Tags { get; }

    /// <summary>Commitments of these books.</summary>
    public IReadOnlyList<BookedCommitment> Commitments { get; }

    private IReadOnlyList<LedgerRow> Planned { get; }

    private IReadOnlyList<LedgerRow> Committed { get; }

    private IReadOnlyList<LedgerRow> Delivered { get; }

    /// <summary>The lines of a ledger.</summary>
    public IReadOnlyList<LedgerRow> Ledger(Basis basis) => basis switch
    {
        Basis.Planned => Planned,
        Basis.Committed => Committed,
        _ => Delivered,
    };

    /// <summary>Reads the books of a portfolio in a view.</summary>
    public static async Task<PortfolioBooks> ReadAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = (await view.ProjectsOf(portfolioId).Select(p => new { p.Id, p.Code, p.Name, p.StartedOn, p.LeadPortfolioId, p.Phase, p.Standing }).ToListAsync(cancellationToken))
            .Select(p => new BookedProject(p.Id, p.Code, p.Name, p.StartedOn, p.LeadPortfolioId == portfolioId, p.Phase, p.Standing)).OrderBy(p => p.Id).ToDictionary(p => p.Id);
        var moves = view.HoldingsOf(portfolioId).Join(view.Effects, h => h.ProjectId, e => e.ProjectId,
                (h, e) => new { e.ProjectId, e.Sequence, e.Trigger, e.LeftPhase, e.ToPhase, e.ToStanding, e.EffectiveOn, e.StayDays, e.ClockFrom });
        // Rows go where they belong as they come: a large portfolio has some hundred thousand.
        await foreach (var m in moves.AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (projects.TryGetValue(m.ProjectId, out var project))
                project.Moves.Add(new(m.ProjectId, m.Sequence, m.Trigger, m.LeftPhase, m.ToPhase, m.ToStanding, m.EffectiveOn, m.StayDays, m.ClockFrom));
        foreach (var project in projects.Values) project.Moves.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));

        var planned = await view.OfPortfolio(Basis.Planned, portfolioId).ToListAsync(cancellationToken);
        var commitments = await CommitmentsAsync(view, portfolioId, cancellationToken);
        var tags = await TagsAsync(view, portfolioId, projects.Keys, planned, commitments, cancellationToken);
        return new(projects, tags, planned, commitments);
    }

    private static async Task<List<BookedCommitment>> CommitmentsAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var kept = view.Db.Commitments.Where(c => c.PortfolioId == portfolioId);
        var delivered = new Dictionary<Guid, long>();
        await foreach (var d in kept.Join(view.Deliveries, c => c.Id, d => d.CommitmentId, (c, d) => new { d.CommitmentId, d.Cents }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            delivered[d.CommitmentId] = delivered.GetValueOrDefault(d.CommitmentId) + d.Cents;
        var cancelled = (await kept.Join(view.Cancellations, c => c.Id, x => x.CommitmentId, (c, x) => x.CommitmentId).ToListAsync(cancellationToken)).ToHashSet();
        // A delivery that had come before its commitment was agreed cannot be, but may have been recorded so: hence all, and who is agreed is told.
        var all = await kept.Select(c => new { c.Id, c.ProjectId, c.Phase, c.Lever, c.Cents, c.EndsOn, Agreed = c.AgreedOn <= view.AsOf && c.RecordedAt <= view.KnownAt }).ToListAsync(cancellationToken);
        return [.. all.OrderBy(c => c.Id).Select(c => new BookedCommitment(c.ProjectId, c.Phase, c.Lever, c.Cents, c.EndsOn,
            c.Agreed, cancelled.Contains(c.Id), delivered.GetValueOrDefault(c.Id), delivered.ContainsKey(c.Id)))];
    }

    private static async Task<List<BookedTag>> TagsAsync(
        View view, Guid portfolioId, IEnumerable<Guid> held, List<LedgerRow> planned, List<BookedCommitment> commitments, CancellationToken cancellationToken)
    {
        var rows = await view.HoldingsOf(portfolioId).Join(view.Tags, h => h.ProjectId, t => t.ProjectId, (h, t) => new { t.ProjectId, t.Dimension, t.Code, t.Position, t.Of }).ToListAsync(cancellationToken);
        var known = held.Concat(planned.Select(l => l.ProjectId)).ToHashSet();
        // A project that was released, or had not begun, keeps its lines in the books: few, if any.
        if (commitments.Exists(c => !known.Contains(c.ProjectId)))
        {
            known.UnionWith(rows.Select(t => t.ProjectId));
            rows.AddRange((await view.Db.Commitments.Where(c => c.PortfolioId == portfolioId).Select(c => c.ProjectId).Distinct()
                .Join(view.Tags, id => id, t => t.ProjectId, (id, t) => new { t.ProjectId, t.Dimension, t.Code, t.Position, t.Of }).ToListAsync(cancellationToken)).Where(t => !known.Contains(t.ProjectId)));
        }
        return rows.ConvertAll(t => new BookedTag(t.ProjectId, t.Dimension, t.Code, t.Position, t.Of));
    }
}
