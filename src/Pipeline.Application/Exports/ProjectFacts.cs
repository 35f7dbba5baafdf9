using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>A project's last move; the default is that it never moved.</summary>
internal readonly record struct LastMove(
    Phase ToPhase,
    Standing ToStanding,
    DateOnly PhaseSince,
    DateOnly ClockFrom,
    DateOnly? PausedOn
);

/// <summary>
/// What many rows say of each project, gathered while they are read: some 200 bytes a project, however many rows there were. Three queries (four for
/// one portfolio's books), each in whatever order the database has the rows.
/// </summary>
internal sealed class ProjectFacts
{
    private readonly Dictionary<Guid, LeverTotals> _planned;
    private readonly Dictionary<Guid, (LeverTotals Committed, LeverTotals Delivered)> _booked;
    private readonly Dictionary<Guid, LastMove> _moves;
    private readonly Dictionary<Guid, (LeverTotals Committed, LeverTotals Delivered)> _elsewhere = [];
    private HashSet<Guid>? _led;

    // Room for all at once: what grows by doubling takes twice the memory.
    private ProjectFacts(int projects) => (_planned, _booked, _moves) = (new(projects), new(projects), new(projects));

    /// <summary>Those of some projects, from them outwards.</summary>
    /// <param name="portfolioId">Whose books the ledgers are read in; null for all books.</param>
    public static async Task<ProjectFacts> OfAsync(
        AsOfView view,
        IReadOnlyCollection<Guid> projects,
        Guid? portfolioId,
        CancellationToken cancellationToken
    )
    {
        var (facts, some) = (new ProjectFacts(projects.Count), projects.Order().ToList());
        await facts.ReadBookedAsync(view, some, portfolioId, cancellationToken);
        await facts.ReadPlannedAsync(view, some, portfolioId, cancellationToken);
        await facts.ReadMovesAsync(view, some, cancellationToken);
        return facts;
    }

    /// <summary>
    /// Everybody's. Each table is read from its beginning to its end, which for most of the projects takes a fraction of the time of looking their rows
    /// up, and by two connections at once.
    /// </summary>
    /// <param name="count">How many projects there are, about.</param>
    /// <param name="portfolioId">Whose books the ledgers are read in; null for all books.</param>
    public static async Task<ProjectFacts> OfAllAsync(
        AsOfView view,
        int count,
        Guid? portfolioId,
        CancellationToken cancellationToken
    )
    {
        var facts = new ProjectFacts(count);
        await using var second = view.Db.OpenSecondConnection();
        var beside = view with { Db = second };
        var booked = Task.Run(
            () => facts.ReadBookedAsync(view, null, portfolioId, cancellationToken),
            cancellationToken
        );
        var others = Task.Run(
            async () =>
            {
                await facts.ReadPlannedAsync(beside, null, portfolioId, cancellationToken);
                await facts.ReadMovesAsync(beside, null, cancellationToken);
            },
            cancellationToken
        );
        await Task.WhenAll(booked, others);
        return facts;
    }

    /// <summary>The sums of a project.</summary>
    public ProjectTotals Totals(Guid project)
    {
        var (committed, delivered) = _booked.GetValueOrDefault(project);
        return new(_planned.GetValueOrDefault(project), committed, delivered);
    }

    /// <summary>Whether a project's ratios are judged where the books are: whoever leads does so.</summary>
    public bool IsLed(Guid project) => _led?.Contains(project) != false;

    /// <summary>The sums of a project in everybody's books.</summary>
    public ProjectTotals Whole(Guid project)
    {
        var (own, others) = (Totals(project), _elsewhere.GetValueOrDefault(project));
        return own with
        {
            Committed = own.Committed.And(others.Committed),
            Delivered = own.Delivered.And(others.Delivered),
        };
    }

    /// <summary>A project's last move; null for one that never moved.</summary>
    public LastMove? Last(Guid project) => _moves.TryGetValue(project, out var move) ? move : null;

    private async Task ReadPlannedAsync(
        AsOfView view,
        IReadOnlyList<Guid>? some,
        Guid? portfolioId,
        CancellationToken cancellationToken
    )
    {
        // A plan counts in the lead portfolio alone.
        _led = portfolioId is { } leader
            ? (await view.LeadsOf(some).Select(h => new { h.ProjectId, h.PortfolioId }).ToListAsync(cancellationToken))
                .Where(h => h.PortfolioId == leader)
                .Select(h => h.ProjectId)
                .ToHashSet()
            : null;
        var lines = view.PlannedOf(some).Select(l => new PlannedLine(l.ProjectId, l.Lever, l.Cents));
        await foreach (var l in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!IsLed(l.ProjectId))
                continue;
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_planned, l.ProjectId, out _);
            sums = sums.And(l.Lever, l.Cents);
        }
    }

    private async Task ReadBookedAsync(
        AsOfView view,
        IReadOnlyList<Guid>? some,
        Guid? portfolioId,
        CancellationToken cancellationToken
    )
    {
        await foreach (var c in view.BookedOf(some).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var books = portfolioId is { } keeper && c.PortfolioId != keeper ? _elsewhere : _booked;
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(books, c.ProjectId, out _);
            sums = (sums.Committed.And(c.Lever, c.Committed), sums.Delivered.And(c.Lever, c.Delivered));
        }
    }

    private async Task ReadMovesAsync(AsOfView view, IReadOnlyList<Guid>? some, CancellationToken cancellationToken)
    {
        var moves = view
            .LastEffects.Of(some, e => e.ProjectId)
            .Select(e => new
            {
                e.ProjectId,
                e.ToPhase,
                e.ToStanding,
                e.PhaseSince,
                e.ClockFrom,
                e.PausedOn,
            });
        await foreach (var e in moves.AsAsyncEnumerable().WithCancellation(cancellationToken))
            _moves[e.ProjectId] = new(e.ToPhase, e.ToStanding, e.PhaseSince, e.ClockFrom, e.PausedOn);
    }

    private readonly record struct PlannedLine(Guid ProjectId, Lever Lever, long Cents);
}
