using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Imports;

/// <summary>
/// Finds what stands on the projects of an import: whatever has raised their versions since, imports that were taken back aside; and on those that it made, which
/// would be gone, also what raises no version.
/// </summary>
internal static class BuiltUpon
{
    private static readonly Text Committed = new("something else was committed", "un autre engagement a été pris");

    private static readonly Text Changed = new("it was changed", "il a été modifié");

    // What no import does by itself, as the audit tells of it.
    private static readonly (Text Done, AuditKind[] Kinds)[] Recorded =
    [
        (new("a move was reported", "un passage a été rapporté"), [AuditKind.Transition]),
        (new("a plan was made", "un plan a été établi"), [AuditKind.Plan]),
        (new("it was evaluated", "il a été évalué"), [AuditKind.Evaluation]),
        (new("something was delivered", "un versement a été enregistré"), [AuditKind.Delivery]),
        (new("something was repaid", "un remboursement a été enregistré"), [AuditKind.Repayment]),
        (new("an agreement was recorded", "une convention a été enregistrée"), [AuditKind.Agreement]),
        (new("an alliance was recorded", "une alliance a été enregistrée"), [AuditKind.Alliance]),
        (new("evaluations were planned", "des évaluations ont été prévues"), [AuditKind.EvaluationPlan]),
        (
            new("its model was described", "son modèle économique a été décrit"),
            [AuditKind.CurrentEconomics, AuditKind.TargetEconomics]
        ),
        (new("an impact was recorded", "un impact a été enregistré"), [AuditKind.Impact, AuditKind.ImpactReading]),
        (
            new("an indicator was recorded", "un indicateur a été renseigné"),
            [AuditKind.IndicatorTargets, AuditKind.IndicatorReading]
        ),
        (new("risks were recorded", "des risques ont été enregistrés"), [AuditKind.Risks]),
        (
            new("a progress report was written", "un compte rendu a été rédigé"),
            [AuditKind.ProgressDraft, AuditKind.ProgressReport]
        ),
        (new("it was diagnosed", "un autodiagnostic a été fait"), [AuditKind.Diagnosis]),
        (new("it takes part in a programme", "il participe à un programme"), [AuditKind.Participation]),
        (new("a document was added", "un document a été déposé"), [AuditKind.Document]),
    ];

    /// <summary>One fault a project that is not as the import left it, by the project's code; empty where all are.</summary>
    /// <param name="db">Where the reasons are looked up.</param>
    /// <param name="import">What is to be taken back: what was recorded before it is no reason.</param>
    /// <param name="rows">What its rows did.</param>
    /// <param name="projects">Their projects, read in turn: what is judged here is what is taken back.</param>
    /// <param name="reversed">What later imports left that were taken back.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Fault>> FindAsync(
        IPipelineDb db,
        Import import,
        IReadOnlyList<ImportedRow> rows,
        IReadOnlyList<Project> projects,
        ReversedRows reversed,
        CancellationToken cancellationToken
    )
    {
        var (left, since) = (
            rows.GroupBy(r => r.ProjectId).ToDictionary(r => r.Key, r => r.Max(row => row.ProjectVersion)),
            import.RecordedAt
        );
        var made = rows.Where(r => r.IsNew).Select(r => r.ProjectId).ToHashSet();
        var told = Recorded.SelectMany(r => r.Kinds).ToList();
        List<Guid> ids = [.. projects.Select(p => p.Id).Order()];
        var recorded = (
            await db
                .AuditEntries.Where(e => e.ProjectId != null)
                .Of(ids, e => e.ProjectId!.Value)
                .Where(e => e.RecordedAt > since && told.Contains(e.Kind))
                .Select(e => new { Id = e.ProjectId!.Value, e.Kind })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToLookup(e => e.Id, e => e.Kind);
        var changed = projects
            .Where(p =>
                p.Version != reversed.VersionAfter(p.Id, left[p.Id]) || (made.Contains(p.Id) && recorded.Contains(p.Id))
            )
            .OrderBy(p => p.Code, StringComparer.Ordinal)
            .ToList();
        if (changed.Count == 0)
            return [];

        var own = rows.Select(r => r.CommitmentId).OfType<Guid>().Select(reversed.StandingFor).ToHashSet();
        List<Guid> some = [.. changed.Select(p => p.Id).Order()];
        var committed = (
            await db
                .Commitments.Of(some, c => c.ProjectId)
                .Where(c => c.Cancellation == null && c.RecordedAt > since)
                .Select(c => new { c.Id, c.ProjectId })
                .ToListAsync(cancellationToken)
        )
            .Where(c => !own.Contains(c.Id))
            .Select(c => c.ProjectId)
            .ToHashSet();
        return
        [
            .. changed.Select(project =>
            {
                var reasons = Recorded
                    .Where(r => r.Kinds.Any(recorded[project.Id].Contains))
                    .Select(r => r.Done)
                    .Concat(committed.Contains(project.Id) ? [Committed] : [])
                    .DefaultIfEmpty(Changed)
                    .ToList();
                return new Fault(
                    project.Code,
                    ImportRefusals.BuiltUpon.Code,
                    new(
                        $"Since the import of {project.Code}, {string.Join(", ", reasons.Select(r => r.En))}.",
                        $"Depuis l'import de {project.Code}, {string.Join(", ", reasons.Select(r => r.Fr))}."
                    )
                );
            }),
        ];
    }
}
