using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Closings;

/// <summary>What lies between two views of a portfolio: records that one of them has and the other has not are dated or recorded after the earlier of their days or instants.</summary>
internal sealed class ViewSpan
{
    private readonly IPipelineDb _db;
    private readonly DateOnly _firstDay,
        _lastDay;

    /// <param name="db">The store.</param>
    /// <param name="from">The view that was closed.</param>
    /// <param name="to">The one that it is held against.</param>
    /// <param name="portfolioId">Whose views they are.</param>
    public ViewSpan(IPipelineDb db, AsOfView from, AsOfView to, Guid portfolioId)
    {
        (_db, From, To, PortfolioId) = (db, from, to, portfolioId);
        (First, Last) = from.KnownAt <= to.KnownAt ? (from.KnownAt, to.KnownAt) : (to.KnownAt, from.KnownAt);
        (_firstDay, _lastDay) = from.AsOf <= to.AsOf ? (from.AsOf, to.AsOf) : (to.AsOf, from.AsOf);
    }

    /// <summary>The view that was closed.</summary>
    public AsOfView From { get; }

    /// <summary>The one that it is held against.</summary>
    public AsOfView To { get; }

    /// <summary>Whose views they are.</summary>
    public Guid PortfolioId { get; }

    /// <summary>The earlier instant (UTC).</summary>
    public DateTimeOffset First { get; }

    /// <summary>The later instant (UTC).</summary>
    public DateTimeOffset Last { get; }

    /// <summary>Commitments of the portfolio's books that the views may differ in.</summary>
    public IQueryable<Commitment> Commitments
    {
        get
        {
            var (first, last, firstDay, lastDay) = (First, Last, _firstDay, _lastDay);
            return _db.Commitments.Where(c =>
                c.PortfolioId == PortfolioId
                && (
                    (c.RecordedAt <= last && c.AgreedOn <= lastDay && (c.RecordedAt > first || c.AgreedOn > firstDay))
                    || _db.Cancellations.Any(x =>
                        x.CommitmentId == c.Id
                        && x.RecordedAt <= last
                        && x.CancelledOn <= lastDay
                        && (x.RecordedAt > first || x.CancelledOn > firstDay)
                    )
                    || _db.Deliveries.Any(d =>
                        d.CommitmentId == c.Id
                        && d.RecordedAt <= last
                        && d.DeliveredOn <= lastDay
                        && (d.RecordedAt > first || d.DeliveredOn > firstDay)
                    )
                    || _db.Projects.Any(p => p.Id == c.ProjectId && p.VoidedAt > first && p.VoidedAt <= last)
                )
            );
        }
    }

    /// <summary>Facts of modules that the views may differ in, but for what few may see.</summary>
    public IQueryable<FactEntry> Facts
    {
        get
        {
            var (first, last, firstDay, lastDay) = (First, Last, _firstDay, _lastDay);
            return _db.FactEntries.Where(f =>
                f.Kind != FactKind.Diagnosis
                && f.RecordedAt <= last
                && f.On <= lastDay
                && (f.RecordedAt > first || f.On > firstDay)
            );
        }
    }

    /// <summary>Versions of documents, of projects and of the portfolio itself, that the views differ in. One counts from the day it was written.</summary>
    public IQueryable<DocumentVersion> Documents
    {
        get
        {
            var (first, last) = Ends;
            return _db.DocumentVersions.Where(v =>
                (v.ProjectId != null || v.PortfolioId == PortfolioId) && v.RecordedAt > first && v.RecordedAt <= last
            );
        }
    }

    /// <summary>Reported moves that the views differ in. One counts from the day it was reported.</summary>
    public IQueryable<Transition> Reports
    {
        get
        {
            var (first, last) = Ends;
            return _db.Transitions.Where(t => t.RecordedAt > first && t.RecordedAt <= last);
        }
    }

    /// <summary>Answers to reported moves that the views differ in. One counts from the day it was given.</summary>
    public IQueryable<TransitionDecision> Answers
    {
        get
        {
            var (first, last) = Ends;
            return _db.Decisions.Where(d => d.RecordedAt > first && d.RecordedAt <= last);
        }
    }

    /// <summary>Names and rules of the portfolio that were replaced between the views.</summary>
    public IQueryable<FormerVersion> PortfolioVersions
    {
        get
        {
            var (first, last) = (First, Last);
            return _db.FormerVersions.Where(v =>
                v.Kind == FormerVersion.Portfolio
                && v.SubjectId == PortfolioId
                && v.RecordedAt > first
                && v.RecordedAt <= last
            );
        }
    }

    private (DateTimeOffset First, DateTimeOffset Last) Ends
    {
        get
        {
            var (one, other) = (EndOf(From), EndOf(To));
            return one <= other ? (one, other) : (other, one);
        }
    }

    /// <summary>Whether a record is in each of the views.</summary>
    /// <param name="day">The day it counts from; null where it counts on every day.</param>
    /// <param name="recordedAt">When it was recorded (UTC); null where it never was.</param>
    public Presence Of(DateOnly? day, DateTimeOffset? recordedAt)
    {
        return new(IsIn(From), IsIn(To));

        bool IsIn(AsOfView view) => recordedAt <= view.KnownAt && (day is null || day <= view.AsOf);
    }

    /// <summary>Projects that the views may differ in, in order; more than do, none less.</summary>
    public async Task<IReadOnlyList<Guid>> ProjectsAsync(CancellationToken cancellationToken)
    {
        var (first, last, firstDay, lastDay) = (First, Last, _firstDay, _lastDay);
        var held = _db.Holdings.Where(h => h.PortfolioId == PortfolioId && h.RecordedAt <= last);
        var ids = new HashSet<Guid>();
        await AddAsync(
            held.Where(h =>
                    h.RecordedAt > first
                    || (h.FromOn > firstDay && h.FromOn <= lastDay)
                    || (h.EndedAt > first && h.EndedAt <= last)
                    || (h.EndedOn > firstDay && h.EndedOn <= lastDay)
                )
                .Select(h => h.ProjectId)
        );
        await AddAsync(
            held.Join(
                _db.Projects.Where(p =>
                    p.RecordedAt > first || (p.StartedOn > firstDay && p.StartedOn <= lastDay) || p.VoidedAt > first
                ),
                h => h.ProjectId,
                p => p.Id,
                (h, p) => p.Id
            )
        );
        // A beginning that has been moved since the first view, be it behind both.
        await AddAsync(
            held.Join(
                _db.FormerVersions.Where(v => v.Kind == FormerVersion.Project && v.RecordedAt > first),
                h => h.ProjectId,
                v => v.SubjectId,
                (h, v) => v.SubjectId
            )
        );
        await AddAsync(
            held.Join(
                _db.PlanVersions.Where(v =>
                    v.RecordedAt <= last
                    && v.EffectiveOn <= lastDay
                    && (v.RecordedAt > first || v.EffectiveOn > firstDay)
                ),
                h => h.ProjectId,
                v => v.ProjectId,
                (h, v) => v.ProjectId
            )
        );
        await AddAsync(
            held.Join(
                _db.Effects.Where(e =>
                    e.RecordedAt <= last
                    && e.EffectiveOn <= lastDay
                    && (e.RecordedAt > first || e.EffectiveOn > firstDay)
                ),
                h => h.ProjectId,
                e => e.ProjectId,
                (h, e) => e.ProjectId
            )
        );
        await AddAsync(
            held.Join(
                _db.Evaluations.Where(e =>
                    e.RecordedAt <= last
                    && e.CarriedOutOn <= lastDay
                    && (e.RecordedAt > first || e.CarriedOutOn > firstDay)
                ),
                h => h.ProjectId,
                e => e.ProjectId,
                (h, e) => e.ProjectId
            )
        );
        await AddAsync(Commitments.Select(c => c.ProjectId));
        await AddAsync(held.Join(Facts, h => h.ProjectId, f => f.ProjectId, (h, f) => f.ProjectId));
        await AddAsync(
            held.Join(
                Documents.Where(v => v.ProjectId != null),
                h => h.ProjectId,
                v => v.ProjectId!.Value,
                (h, v) => v.ProjectId!.Value
            )
        );
        await AddAsync(held.Join(Reports, h => h.ProjectId, t => t.ProjectId, (h, t) => t.ProjectId));
        await AddAsync(
            held.Join(
                Answers.Join(_db.Transitions, d => d.TransitionId, t => t.Id, (d, t) => t),
                h => h.ProjectId,
                t => t.ProjectId,
                (h, t) => t.ProjectId
            )
        );
        await AddAsync(
            held.Join(
                _db.Tags.Where(t =>
                    (t.RecordedAt > first && t.RecordedAt <= last) || (t.EndedAt > first && t.EndedAt <= last)
                ),
                h => h.ProjectId,
                t => t.ProjectId,
                (h, t) => t.ProjectId
            )
        );
        return [.. ids.Order()];

        async Task AddAsync(IQueryable<Guid> some)
        {
            await foreach (var id in some.Distinct().AsAsyncEnumerable().WithCancellation(cancellationToken))
                ids.Add(id);
        }
    }

    // The last instant of which anything that was written is in a view.
    private static DateTimeOffset EndOf(AsOfView view)
    {
        var day = new DateTimeOffset(view.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMicroseconds(
            -1
        );
        return day < view.KnownAt ? day : view.KnownAt;
    }
}
