using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Closings;

/// <summary>
/// Tells two views of a portfolio apart record by record. Projects that they may differ in are found by a query a kind, their records read by one each; then
/// the records come in one after the other, and each one's effect is what it changes.
/// </summary>
public sealed class ClosingChangeReader(
    IPipelineDb db,
    DescriptionChanges descriptions,
    ModuleChanges modules,
    IUserDirectory users
)
{
    /// <summary>The records that lead from one view to the other, in the order in which they were recorded.</summary>
    internal async Task<IReadOnlyList<ClosingChangeReply>> ReadAsync(
        AsOfView from,
        AsOfView to,
        Guid portfolioId,
        string currency,
        CancellationToken cancellationToken
    )
    {
        var span = new ViewSpan(db, from, to, portfolioId);
        var ids = await span.ProjectsAsync(cancellationToken);
        var described = await db
            .Projects.AsNoTracking()
            .Of(ids, p => p.Id)
            .Select(p => new ProjectThen(p.Id, p.Code, p.Name, p.StartedOn, p.RecordedAt, p.VoidedAt, p.VoidedBy))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var projects = new Dictionary<Guid, ChangedProject>();
        var records = new List<ChangedRecord>();
        var holdings = await HoldingsAsync(span, ids, cancellationToken);
        // Back to the first that left: it is told by the name that it had then.
        var versions = await ProjectVersions.ReadAsync(
            db,
            ids,
            holdings.Select(h => h.EndedAt).Append(span.First).OfType<DateTimeOffset>().Min(),
            cancellationToken
        );
        await ReadProjectsAsync(span, described, holdings, versions, projects, records, cancellationToken);
        await ReadPlansAsync(span, ids, projects, records, cancellationToken);
        await ReadMovesAsync(span, ids, projects, records, cancellationToken);
        await ReadCommitmentsAsync(span, projects, records, cancellationToken);
        await ReadEvaluationsAsync(span, ids, records, cancellationToken);
        await descriptions.ReadAsync(span, ids, records, cancellationToken);
        await modules.ReadAsync(span, ids, records, cancellationToken);

        var changes = Walk(records, projects, currency);
        var names = described.Values.ToDictionary(
            p => p.Id,
            p => versions.NameAt(p.Id, projects[p.Id].LeftAt is { } left && left < span.Last ? left : span.Last, p.Name)
        );
        return await NameAsync(changes, described, names, span.PortfolioId, cancellationToken);
    }

    // What changes nothing concerns the portfolio only where it held the project: in one of the views, and when it was recorded. What others write of a project
    // after it has left is theirs.
    private static List<Change> Walk(
        List<ChangedRecord> records,
        Dictionary<Guid, ChangedProject> projects,
        string currency
    )
    {
        var held = projects.Where(p => p.Value.IsHeld).Select(p => p.Key).ToHashSet();
        var changes = new List<Change>();
        foreach (
            var record in records
                .Where(r => r.Presences.Any(p => p.Changes))
                .OrderBy(r => r.RecordedAt)
                .ThenBy(r => r.Kind)
                .ThenBy(r => r.Number)
                .ThenBy(r => r.Id)
        )
        {
            if (record.ProjectId is not { } id)
            {
                changes.Add(new(record, [], null));
                continue;
            }
            var project = projects[id];
            var before = project.Figures;
            foreach (var presence in record.Presences)
                presence.Arrive();
            var after = project.Figures;
            changes.Add(new(record, after.Since(before, currency), after.ProjectsSince(before)));
        }
        held.UnionWith(projects.Where(p => p.Value.IsHeld).Select(p => p.Key));
        return changes.FindAll(c =>
            c.Concerns
            || c.Record.ProjectId is not { } id
            || (held.Contains(id) && projects[id].WasHeld(c.Record.RecordedAt))
        );
    }

    private async Task<IReadOnlyList<ClosingChangeReply>> NameAsync(
        List<Change> changes,
        Dictionary<Guid, ProjectThen> described,
        Dictionary<Guid, string> projectNames,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var writers = await WritersAsync(
            [.. changes.Select(c => c.Record).Where(r => r.RecordedBy is null)],
            portfolioId,
            cancellationToken
        );
        Guid? WriterOf(ChangedRecord r) =>
            r.RecordedBy ?? (writers.TryGetValue(r.RecordedAt, out var writer) ? writer : null);

        var names = await users.NamesAsync(
            changes.Select(c => WriterOf(c.Record)).OfType<Guid>().Distinct(),
            cancellationToken
        );
        return
        [
            .. changes.Select(c => new ClosingChangeReply(
                c.Record.Kind,
                c.Record.Id,
                c.Record.ProjectId is { } project ? new(project, projectNames[project]) : null,
                c.Record.ProjectId is { } of ? described[of].Code : null,
                c.Record.Day,
                c.Record.RecordedAt,
                WriterOf(c.Record) is { } writer ? new(writer, names.GetValueOrDefault(writer, "")) : null,
                c.Effects,
                c.Projects
            )),
        ];
    }

    // Records that do not say who wrote them were written at an instant of their own (docs/adr/0018), of which the audit says it.
    private async Task<Dictionary<DateTimeOffset, Guid>> WritersAsync(
        IReadOnlyList<ChangedRecord> records,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var writers = new Dictionary<DateTimeOffset, Guid>();
        if (records.Count == 0)
            return writers;
        var (first, last) = (records.Min(r => r.RecordedAt), records.Max(r => r.RecordedAt));
        var entries = db
            .AuditEntries.Where(e => e.ProjectId != null && e.RecordedAt >= first && e.RecordedAt <= last)
            .Of([.. records.Select(r => r.ProjectId).OfType<Guid>().Distinct().Order()], e => e.ProjectId!.Value)
            .Select(e => new { e.RecordedAt, e.UserId });
        await foreach (var e in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
            writers.TryAdd(e.RecordedAt, e.UserId);
        if (records.All(r => r.ProjectId is not null))
            return writers;
        var key = portfolioId.ToString();
        var own = db
            .AuditEntries.Where(e =>
                e.Kind == AuditKind.Portfolio && e.EntityId == key && e.RecordedAt >= first && e.RecordedAt <= last
            )
            .Select(e => new { e.RecordedAt, e.UserId });
        await foreach (var e in own.AsAsyncEnumerable().WithCancellation(cancellationToken))
            writers.TryAdd(e.RecordedAt, e.UserId);
        return writers;
    }

    private Task<List<Holding>> HoldingsAsync(
        ViewSpan span,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        db
            .Holdings.AsNoTracking()
            .Where(h => h.PortfolioId == span.PortfolioId)
            .Of(ids, h => h.ProjectId)
            .ToListAsync(cancellationToken);

    private static async Task ReadProjectsAsync(
        ViewSpan span,
        Dictionary<Guid, ProjectThen> described,
        List<Holding> holdings,
        ProjectVersions versions,
        Dictionary<Guid, ChangedProject> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var (before, after) = (
            await span.From.FormerProjectsAsync(described.Keys, cancellationToken),
            await span.To.FormerProjectsAsync(described.Keys, cancellationToken)
        );
        var places = holdings.ToLookup(h => h.ProjectId);
        foreach (var p in described.Values)
        {
            var (began, begins) = (before.Of(p.Id, "startedOn", p.StartedOn), after.Of(p.Id, "startedOn", p.StartedOn));
            var project = new ChangedProject
            {
                Begun = new(
                    p.RecordedAt <= span.From.KnownAt && began <= span.From.AsOf,
                    p.RecordedAt <= span.To.KnownAt && begins <= span.To.AsOf
                ),
                Voided = new(p.VoidedAt <= span.From.KnownAt, p.VoidedAt <= span.To.KnownAt),
            };
            projects.Add(p.Id, project);
            List<Presence> begun = [project.Begun],
                voided = [project.Voided];
            foreach (var h in places[p.Id])
            {
                var (held, ended) = (span.Of(h.FromOn, h.RecordedAt), span.Of(h.EndedOn, h.EndedAt));
                project.Holdings.Add((h.Kind, held, ended));
                project.Stays.Add((h.RecordedAt, h.EndedAt));
                // With the project itself it came in, and with it it goes.
                if (h.RecordedAt == p.RecordedAt)
                    begun.Add(held);
                else
                    records.Add(new(ClosingChangeKind.Holding, h.Id, p.Id, h.FromOn, h.RecordedAt, null, 0, [held]));
                if (h.EndedOn is null && p.VoidedAt <= h.EndedAt)
                    voided.Add(ended);
                else if (h.EndedAt is { } at)
                    records.Add(new(ClosingChangeKind.HoldingEnd, h.Id, p.Id, h.EndedOn, at, null, 0, [ended]));
            }
            // When the beginning that counts in the later view was written.
            var moved = began == begins ? null : versions.BeginningMoved(p.Id, span.First, span.Last);
            records.Add(new(ClosingChangeKind.ProjectStart, p.Id, p.Id, begins, moved ?? p.RecordedAt, null, 0, begun));
            if (p.VoidedAt is { } voidedAt)
                records.Add(new(ClosingChangeKind.ProjectVoid, p.Id, p.Id, null, voidedAt, p.VoidedBy, 0, voided));
            foreach (var at in versions.Described(p.Id, span.First, span.Last).Where(at => at != moved))
                records.Add(
                    new(ClosingChangeKind.ProjectDescription, p.Id, p.Id, null, at, null, 0, [span.Of(null, at)])
                );
        }
    }

    private async Task ReadPlansAsync(
        ViewSpan span,
        IReadOnlyList<Guid> ids,
        Dictionary<Guid, ChangedProject> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var plans = await db
            .PlanVersions.AsNoTracking()
            .Include(v => v.Lines)
            .Of(ids, v => v.ProjectId)
            .ToListAsync(cancellationToken);
        foreach (var v in plans.OrderBy(v => v.EffectiveOn).ThenBy(v => v.Number))
        {
            var presence = span.Of(v.EffectiveOn, v.RecordedAt);
            projects[v.ProjectId].Plans.Add(([.. v.Lines], presence));
            records.Add(
                new(
                    ClosingChangeKind.Plan,
                    v.Id,
                    v.ProjectId,
                    v.EffectiveOn,
                    v.RecordedAt,
                    v.RecordedBy,
                    v.Number,
                    [presence]
                )
            );
        }
    }

    private async Task ReadMovesAsync(
        ViewSpan span,
        IReadOnlyList<Guid> ids,
        Dictionary<Guid, ChangedProject> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var moves = await db
            .Effects.AsNoTracking()
            .Of(ids, e => e.ProjectId)
            .Select(e => new
            {
                e.TransitionId,
                e.ProjectId,
                e.Sequence,
                e.ToPhase,
                e.ToStanding,
                e.EffectiveOn,
                e.RecordedAt,
            })
            .ToListAsync(cancellationToken);
        foreach (var e in moves.OrderBy(e => e.Sequence))
        {
            var presence = span.Of(e.EffectiveOn, e.RecordedAt);
            projects[e.ProjectId].Moves.Add((e.ToPhase, e.ToStanding, presence));
            records.Add(
                new(
                    ClosingChangeKind.Transition,
                    e.TransitionId,
                    e.ProjectId,
                    e.EffectiveOn,
                    e.RecordedAt,
                    null,
                    e.Sequence,
                    [presence]
                )
            );
        }
    }

    private static async Task ReadCommitmentsAsync(
        ViewSpan span,
        Dictionary<Guid, ChangedProject> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var commitments = await span
            .Commitments.AsNoTracking()
            .Include(c => c.Cancellation)
            .Include(c => c.Deliveries)
            .ToListAsync(cancellationToken);
        foreach (var c in commitments)
        {
            var booked = new ChangedCommitment(c.Phase, c.Lever, c.Cents, span.Of(c.AgreedOn, c.RecordedAt));
            projects[c.ProjectId].Commitments.Add(booked);
            Add(ClosingChangeKind.Commitment, c.Id, c.AgreedOn, c.RecordedAt, c.RecordedBy, booked.Agreed);
            if (c.Cancellation is { } x)
            {
                booked.Cancelled = span.Of(x.CancelledOn, x.RecordedAt);
                Add(ClosingChangeKind.Cancellation, c.Id, x.CancelledOn, x.RecordedAt, x.RecordedBy, booked.Cancelled);
            }
            foreach (var d in c.Deliveries)
            {
                var presence = span.Of(d.DeliveredOn, d.RecordedAt);
                booked.Deliveries.Add((d.Cents, presence));
                var kind = d.ReversesId is null ? ClosingChangeKind.Delivery : ClosingChangeKind.Reversal;
                Add(kind, d.Id, d.DeliveredOn, d.RecordedAt, d.RecordedBy, presence);
            }

            void Add(
                ClosingChangeKind kind,
                Guid id,
                DateOnly day,
                DateTimeOffset recordedAt,
                Guid recordedBy,
                Presence presence
            ) => records.Add(new(kind, id, c.ProjectId, day, recordedAt, recordedBy, 0, [presence]));
        }
    }

    private async Task ReadEvaluationsAsync(
        ViewSpan span,
        IReadOnlyList<Guid> ids,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var evaluations = await db
            .Evaluations.Of(ids, e => e.ProjectId)
            .Select(e => new
            {
                e.Id,
                e.ProjectId,
                e.CarriedOutOn,
                e.RecordedAt,
                e.RecordedBy,
            })
            .ToListAsync(cancellationToken);
        records.AddRange(
            evaluations.Select(e => new ChangedRecord(
                ClosingChangeKind.Evaluation,
                e.Id,
                e.ProjectId,
                e.CarriedOutOn,
                e.RecordedAt,
                e.RecordedBy,
                0,
                [span.Of(e.CarriedOutOn, e.RecordedAt)]
            ))
        );
    }

    /// <summary>A record with what it changes.</summary>
    private sealed record Change(
        ChangedRecord Record,
        IReadOnlyList<ClosingEffectReply> Effects,
        Dashboards.ProjectCounts? Projects
    )
    {
        /// <summary>It changes something, or stands in the portfolio's own books.</summary>
        public bool Concerns =>
            Effects.Count > 0
            || Projects is not null
            || Record.Kind
                is ClosingChangeKind.Commitment
                    or ClosingChangeKind.Delivery
                    or ClosingChangeKind.Reversal
                    or ClosingChangeKind.Cancellation
                    or ClosingChangeKind.Repayment;
    }

    private sealed record ProjectThen(
        Guid Id,
        string Code,
        string Name,
        DateOnly StartedOn,
        DateTimeOffset RecordedAt,
        DateTimeOffset? VoidedAt,
        Guid? VoidedBy
    );
}
