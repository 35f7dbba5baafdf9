using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Imports;

/// <summary>Finds what stands on the projects of an import: whatever has raised their versions since, imports that were taken back aside.</summary>
internal static class BuiltUpon
{
    private static readonly Text Reported = new("a move was reported", "un passage a été rapporté");

    private static readonly Text Planned = new("a plan was made", "un plan a été établi");

    private static readonly Text Evaluated = new("it was evaluated", "il a été évalué");

    private static readonly Text Delivered = new("something was delivered", "un versement a été enregistré");

    private static readonly Text Committed = new("something else was committed", "un autre engagement a été pris");

    private static readonly Text Changed = new("it was changed", "il a été modifié");

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
        var left = rows.GroupBy(r => r.ProjectId).ToDictionary(r => r.Key, r => r.Max(row => row.ProjectVersion));
        var since = import.RecordedAt;
        var changed = projects
            .Where(p => p.Version != reversed.VersionAfter(p.Id, left[p.Id]))
            .OrderBy(p => p.Code, StringComparer.Ordinal)
            .ToList();
        if (changed.Count == 0)
            return [];

        var made = rows.Select(r => r.CommitmentId).OfType<Guid>().Select(reversed.StandingFor).ToHashSet();
        List<Guid> ids = [.. changed.Select(p => p.Id).Order()];
        var why = new[]
        {
            (
                Reported,
                await OfAsync(
                    db.Transitions.Of(ids, t => t.ProjectId).Where(t => t.RecordedAt > since).Select(t => t.ProjectId)
                )
            ),
            (
                Planned,
                await OfAsync(
                    db.PlanVersions.Of(ids, v => v.ProjectId).Where(v => v.RecordedAt > since).Select(v => v.ProjectId)
                )
            ),
            (
                Evaluated,
                await OfAsync(
                    db.Evaluations.Of(ids, e => e.ProjectId).Where(e => e.RecordedAt > since).Select(e => e.ProjectId)
                )
            ),
            (
                Delivered,
                await OfAsync(
                    db.Commitments.Of(ids, c => c.ProjectId)
                        .Where(c => db.Deliveries.Any(d => d.CommitmentId == c.Id && d.RecordedAt > since))
                        .Select(c => c.ProjectId)
                )
            ),
            (
                Committed,
                (
                    await db
                        .Commitments.Of(ids, c => c.ProjectId)
                        .Where(c => c.Cancellation == null && c.RecordedAt > since)
                        .Select(c => new { c.Id, c.ProjectId })
                        .ToListAsync(cancellationToken)
                )
                    .Where(c => !made.Contains(c.Id))
                    .Select(c => c.ProjectId)
                    .ToHashSet()
            ),
        };
        return
        [
            .. changed.Select(project =>
            {
                var reasons = why.Where(w => w.Item2.Contains(project.Id)).Select(w => w.Item1).DefaultIfEmpty(Changed);
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

        async Task<HashSet<Guid>> OfAsync(IQueryable<Guid> projects) =>
            [.. await projects.Distinct().ToListAsync(cancellationToken)];
    }
}
