using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Closings;

/// <summary>
/// What a dashboard shows beside its counts and ledgers: by which goals, domains and regions projects are broken down, which of their moves wait for an answer, and by which rules
/// the portfolio judges. Told without effects.
/// </summary>
public sealed class DescriptionChanges(IPipelineDb db)
{
    /// <summary>Adds them to the records.</summary>
    internal async Task ReadAsync(
        ViewSpan span,
        IReadOnlyList<Guid> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        await ReadTagsAsync(span, projects, records, cancellationToken);
        await ReadReportsAsync(span, projects, records, cancellationToken);
        var rules = await span.PortfolioVersions.Select(v => v.RecordedAt).ToListAsync(cancellationToken);
        records.AddRange(
            rules.Select(at => new ChangedRecord(
                ClosingChangeKind.Portfolio,
                span.PortfolioId,
                null,
                null,
                at,
                null,
                0,
                [span.Of(null, at)]
            ))
        );
    }

    // All that was said at once is one line. What came with the project is no change of it, nor what went with it.
    private async Task ReadTagsAsync(
        ViewSpan span,
        IReadOnlyList<Guid> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (span.First, span.Last);
        var tags = db.Tags.Of(projects, t => t.ProjectId);
        var made = await tags.Where(t => t.RecordedAt > first && t.RecordedAt <= last)
            .Where(t => !db.Projects.Any(p => p.Id == t.ProjectId && p.RecordedAt == t.RecordedAt))
            .Select(t => new { t.ProjectId, At = t.RecordedAt })
            .Distinct()
            .ToListAsync(cancellationToken);
        var ended = await tags.Where(t => t.EndedAt > first && t.EndedAt <= last)
            .Where(t => !db.Projects.Any(p => p.Id == t.ProjectId && p.VoidedAt == t.EndedAt))
            .Select(t => new { t.ProjectId, At = t.EndedAt!.Value })
            .Distinct()
            .ToListAsync(cancellationToken);
        records.AddRange(
            made.Union(ended)
                .Select(c => new ChangedRecord(
                    ClosingChangeKind.Classification,
                    c.ProjectId,
                    c.ProjectId,
                    null,
                    c.At,
                    null,
                    0,
                    [span.Of(null, c.At)]
                ))
        );
    }

    // Reports and answers are dated by their recording. What took effect at once is told by that alone.
    private async Task ReadReportsAsync(
        ViewSpan span,
        IReadOnlyList<Guid> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var reports = await span
            .Reports.Of(projects, t => t.ProjectId)
            .Where(t => !db.Effects.Any(e => e.TransitionId == t.Id && e.RecordedAt == t.RecordedAt))
            .Select(t => new
            {
                t.Id,
                t.ProjectId,
                t.RecordedAt,
                By = t.ReportedBy,
            })
            .ToListAsync(cancellationToken);
        var answers = await span
            .Answers.Join(
                db.Transitions,
                d => d.TransitionId,
                t => t.Id,
                (d, t) =>
                    new
                    {
                        t.Id,
                        t.ProjectId,
                        d.RecordedAt,
                        By = d.DecidedBy,
                    }
            )
            .Of(projects, d => d.ProjectId)
            .Where(d => !db.Effects.Any(e => e.TransitionId == d.Id && e.RecordedAt == d.RecordedAt))
            .ToListAsync(cancellationToken);
        records.AddRange(
            reports.Select(t => Record(ClosingChangeKind.TransitionReport, t.Id, t.ProjectId, t.RecordedAt, t.By))
        );
        records.AddRange(
            answers.Select(d => Record(ClosingChangeKind.TransitionAnswer, d.Id, d.ProjectId, d.RecordedAt, d.By))
        );

        ChangedRecord Record(ClosingChangeKind kind, Guid id, Guid projectId, DateTimeOffset at, Guid by) =>
            new(kind, id, projectId, at.Today(), at, by, 0, [span.Of(at.Today(), at)]);
    }
}
