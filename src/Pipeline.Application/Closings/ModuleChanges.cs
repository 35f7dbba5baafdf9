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

    // What is being written on a period is none of it, nor is what belongs to a portfolio's programmes.
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
        var versions = await span
            .Documents.Of(projects, v => v.ProjectId!.Value)
            .Where(v => scope.Documents.Any(seen => seen.Id == v.Id))
            .Where(v => v.Kind != DocumentKind.Agreement || v.PortfolioId == span.PortfolioId)
            .Select(v => new
            {
                v.Id,
                v.Kind,
                ProjectId = v.ProjectId!.Value,
                v.Number,
                v.RecordedAt,
                v.RecordedBy,
            })
            .ToListAsync(cancellationToken);
        records.AddRange(
            versions
                .Where(v => Documents.ContainsKey(v.Kind))
                .Select(v => new ChangedRecord(
                    Documents[v.Kind],
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
}
