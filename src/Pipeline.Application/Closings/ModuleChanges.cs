using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Closings;

/// <summary>
/// What modules recorded that two views of a portfolio may differ in. None of it is in the ledgers, hence it is told without effects; each only to whoever reads it at its
/// own place: other funds' agreements and repayments are left out.
/// </summary>
public sealed class ModuleChanges(IPipelineDb db, Scope scope)
{
    private static readonly Dictionary<FactKind, ClosingChangeKind> Facts = new()
    {
        [FactKind.Repayment] = ClosingChangeKind.Repayment,
        [FactKind.ImpactReading] = ClosingChangeKind.ImpactReading,
        [FactKind.IndicatorReading] = ClosingChangeKind.IndicatorReading,
    };

    // What is being written on a period is none of it.
    private static readonly Dictionary<DocumentKind, ClosingChangeKind> Documents = new()
    {
        [DocumentKind.Agreement] = ClosingChangeKind.Agreement,
        [DocumentKind.Alliance] = ClosingChangeKind.Alliance,
        [DocumentKind.Risks] = ClosingChangeKind.Risks,
        [DocumentKind.Impact] = ClosingChangeKind.Impact,
        [DocumentKind.CurrentEconomics] = ClosingChangeKind.Economics,
        [DocumentKind.TargetEconomics] = ClosingChangeKind.Economics,
        [DocumentKind.IndicatorTargets] = ClosingChangeKind.IndicatorTargets,
        [DocumentKind.EvaluationPlan] = ClosingChangeKind.EvaluationPlan,
        [DocumentKind.ProgressReport] = ClosingChangeKind.ProgressReport,
    };

    private static readonly Dictionary<DocumentKind, ClosingChangeKind> OfPortfolio = new()
    {
        [DocumentKind.Indicators] = ClosingChangeKind.IndicatorList,
        [DocumentKind.Programme] = ClosingChangeKind.Programme,
        [DocumentKind.Cohort] = ClosingChangeKind.Cohort,
        [DocumentKind.Participation] = ClosingChangeKind.Participation,
    };

    private static readonly Expression<Func<DocumentVersion, WrittenVersion>> Shown = v => new WrittenVersion(
        v.Id,
        v.Kind,
        v.ProjectId,
        v.Number,
        v.RecordedAt,
        v.RecordedBy
    );

    /// <summary>Adds them to the records.</summary>
    internal async Task ReadAsync(
        ViewSpan span,
        IReadOnlyList<Guid> projects,
        List<ChangedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var facts = await span
            .Facts.Of(projects, f => f.ProjectId)
            .Where(f =>
                f.Kind != FactKind.Repayment
                || db.Commitments.Any(c => c.Id == f.SubjectId && c.PortfolioId == span.PortfolioId)
            )
            .Select(f => new
            {
                f.Id,
                f.Kind,
                f.ProjectId,
                f.On,
                f.RecordedAt,
                f.RecordedBy,
            })
            .ToListAsync(cancellationToken);
        records.AddRange(
            facts.Select(f => new ChangedRecord(
                Facts[f.Kind],
                f.Id,
                f.ProjectId,
                f.On,
                f.RecordedAt,
                f.RecordedBy,
                0,
                [span.Of(f.On, f.RecordedAt)]
            ))
        );
        var readable = span.Documents.Where(v => scope.Documents.Any(seen => seen.Id == v.Id));
        Add(
            Documents,
            await readable
                .Where(v => v.ProjectId != null)
                .Of(projects, v => v.ProjectId!.Value)
                .Where(v => v.Kind != DocumentKind.Agreement || v.PortfolioId == span.PortfolioId)
                .Select(Shown)
                .ToListAsync(cancellationToken)
        );
        Add(
            OfPortfolio,
            await readable
                .Where(v => v.ProjectId == null && v.PortfolioId == span.PortfolioId)
                .Select(Shown)
                .ToListAsync(cancellationToken)
        );

        void Add(Dictionary<DocumentKind, ClosingChangeKind> kinds, IEnumerable<WrittenVersion> versions) =>
            records.AddRange(
                versions
                    .Where(v => kinds.ContainsKey(v.Kind))
                    .Select(v => new ChangedRecord(
                        kinds[v.Kind],
                        v.Id,
                        v.ProjectId,
                        v.RecordedAt.Today(),
                        v.RecordedAt,
                        v.RecordedBy,
                        v.Number,
                        [span.Of(v.RecordedAt.Today(), v.RecordedAt)]
                    ))
            );
    }

    private sealed record WrittenVersion(
        Guid Id,
        DocumentKind Kind,
        Guid? ProjectId,
        int Number,
        DateTimeOffset RecordedAt,
        Guid RecordedBy
    );
}
