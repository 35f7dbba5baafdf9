using Pipeline.Domain.Audit;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Plans, commitments, deliveries, evaluations and the modules' records are facts that a project's gates look at: writing one raises the project's version.</summary>
internal static class ProjectFacts
{
    private static readonly HashSet<AuditKind> Facts =
    [
        AuditKind.Plan,
        AuditKind.Commitment,
        AuditKind.Delivery,
        AuditKind.Evaluation,
        AuditKind.Agreement,
        AuditKind.Alliance,
        AuditKind.Risks,
        AuditKind.Repayment,
        AuditKind.Impact,
        AuditKind.ImpactReading,
        AuditKind.CurrentEconomics,
        AuditKind.TargetEconomics,
        AuditKind.IndicatorTargets,
        AuditKind.IndicatorReading,
        AuditKind.EvaluationPlan,
    ];

    /// <summary>Raises the version of every project that changes of record say something about, once.</summary>
    /// <param name="changes">What is about to be saved.</param>
    /// <param name="things">What is tracked, the projects among it.</param>
    /// <returns>Whether there are any.</returns>
    /// <exception cref="InvalidOperationException">A fact is saved without its project, whose version would not guard it.</exception>
    public static bool RaiseVersions(IReadOnlyList<AuditChange> changes, IReadOnlyList<object> things)
    {
        var projects = changes.Where(c => Facts.Contains(c.Kind)).Select(c => c.ProjectId).OfType<Guid>().ToHashSet();
        foreach (var id in projects)
            (
                things.OfType<Project>().FirstOrDefault(p => p.Id == id)
                ?? throw new InvalidOperationException($"A fact of project {id} is saved without the project.")
            ).FactsChanged();
        return projects.Count > 0;
    }
}
