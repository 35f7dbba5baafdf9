using Pipeline.Domain.Audit;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Plans, commitments, deliveries and evaluations are facts that a project's gates look at: writing one raises the project's version.</summary>
internal static class ProjectFacts
{
    /// <summary>Raises the version of every project that changes of record say something about, once.</summary>
    /// <param name="changes">What is about to be saved.</param>
    /// <param name="things">What is tracked, the projects among it.</param>
    /// <returns>Whether there are any.</returns>
    /// <exception cref="InvalidOperationException">A fact is saved without its project, whose version would not guard it.</exception>
    public static bool RaiseVersions(IReadOnlyList<AuditChange> changes, IReadOnlyList<object> things)
    {
        var projects = changes
            .Where(c => c.Kind is AuditKind.Plan or AuditKind.Commitment or AuditKind.Delivery or AuditKind.Evaluation)
            .Select(c => c.ProjectId)
            .ToHashSet();
        foreach (var id in projects)
            (
                things.OfType<Project>().FirstOrDefault(p => p.Id == id)
                ?? throw new InvalidOperationException($"A fact of project {id} is saved without the project.")
            ).FactsChanged();
        return projects.Count > 0;
    }
}
