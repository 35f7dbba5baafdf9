using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Closings;

namespace Pipeline.Application.Closings;

/// <summary>
/// Tells two views of a portfolio apart record by record. Projects that they may differ in are found by a query a kind, their records read by one each; then
/// the records come in one after the other, and each one's effect is what it changes.
/// </summary>
public sealed class ClosingChangeReader(IPipelineDb db, ModuleChanges modules, IUserDirectory users)
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
        await ReadHoldingsAsync(span, ids, described, projects, records, cancellationToken);
        await ReadPlansAsync(span, ids, projects, records, cancellationToken);
        await ReadMovesAsync(span, ids, projects, records, cancellationToken);
        await ReadCommitmentsAsync(span, projects, records, cancellationToken);
        await ReadEvaluationsAsync(span, ids, records, cancellationToken);
        await modules.ReadAsync(span, ids, records, cancellationToken);

        var changes = Walk(records, projects, currency);
        return await NameAsync(changes, described, cancellationToken);
    }

    // What changes nothing of a project that the portfolio held in neither view does not concern it.
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
            var project = projects[record.ProjectId];
            var before = project.Figures;
            foreach (var presence in record.Presences)
                presence.Arrive();
            var after = project.Figures;
            changes.Add(new(record, after.Since(before, currency), after.ProjectsSince(before)));
        }
        held.UnionWith(projects.Where(p => p.Value.IsHeld).Select(p => p.Key));
        return changes.FindAll(c => c.Concerns || held.Contains(c.Record.ProjectId));
    }

    private async Task<IReadOnlyList<ClosingChangeReply>> NameAsync(
        List<Change> changes,
        Dictionary<Guid, ProjectThen> described,
        CancellationToken cancellationToken
    )
    {
        var writers = await WritersAsync(
            [.. changes.Select(c => c.Record).Where(r => r.RecordedBy is null)],
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
                new(c.Record.ProjectId, described[c.Record.ProjectId].Name),
                described[c.Record.ProjectId].Code,
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
        CancellationToken cancellationToken
    )
    {
        var writers = new Dictionary<DateTimeOffset, Guid>();
        if (records.Count == 0)
            return writers;
        var (first, last) = (records.Min(r => r.RecordedAt), records.Max(r => r.RecordedAt));
        var entries = db
            .AuditEntries.Where(e => e.ProjectId != null && e.RecordedAt >= first && e.RecordedAt <= last)
            .Of([.. records.Select(r => r.ProjectId).Distinct().Order()], e => e.ProjectId!.Value)
            .Select(e => new { e.RecordedAt, e.UserId });
        await foreach (var e in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
            writers.TryAdd(e.RecordedAt, e.UserId);
        return writers;
    }

    private async Task ReadHoldingsAsync(
        ViewSpan span,
        IReadOnlyList<Guid> ids,
        Dictionary<Guid, ProjectThen> described,
        Dictionary<Guid, ChangedProject> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var (before, after) = (
            await span.From.FormerProjectsAsync(ids, cancellationToken),
            await span.To.FormerProjectsAsync(ids, cancellationToken)
        );
        var moved = await BeginningsMovedAsync(span, ids, cancellationToken);
        var holdings = (
            await db
                .Holdings.AsNoTracking()
                .Where(h => h.PortfolioId == span.PortfolioId)
                .Of(ids, h => h.ProjectId)
                .ToListAsync(cancellationToken)
        ).ToLookup(h => h.ProjectId);
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
            foreach (var h in holdings[p.Id])
            {
                var (held, ended) = (span.Of(h.FromOn, h.RecordedAt), span.Of(h.EndedOn, h.EndedAt));
                project.Holdings.Add((h.Kind, held, ended));
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
            records.Add(
                new(
                    ClosingChangeKind.ProjectStart,
                    p.Id,
                    p.Id,
                    begins,
                    began != begins && moved.TryGetValue(p.Id, out var movedAt) ? movedAt : p.RecordedAt,
                    null,
                    0,
                    begun
                )
            );
            if (p.VoidedAt is { } voidedAt)
                records.Add(new(ClosingChangeKind.ProjectVoid, p.Id, p.Id, null, voidedAt, p.VoidedBy, 0, voided));
        }
    }

    // When the beginning that counts in the later view was written.
    private async Task<Dictionary<Guid, DateTimeOffset>> BeginningsMovedAsync(
        ViewSpan span,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var replaced = await db
            .FormerVersions.AsNoTracking()
            .Where(v => v.Kind == FormerVersion.Project && v.RecordedAt > span.First && v.RecordedAt <= span.Last)
            .Of(ids, v => v.SubjectId)
            .OrderBy(v => v.RecordedAt)
            .ToListAsync(cancellationToken);
        return replaced
            .Where(v => JsonNode.Parse(v.Fields)!.AsObject().ContainsKey("startedOn"))
            .GroupBy(v => v.SubjectId)
            .ToDictionary(versions => versions.Key, versions => versions.Last().RecordedAt);
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
