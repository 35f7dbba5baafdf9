using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Projects;

/// <summary>Takes projects back, as many as there are, in the transaction of whoever asks.</summary>
internal static class Voiding
{
    /// <summary>Voids these projects by three queries, and saves nothing yet.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    /// <exception cref="RefusedException"><c>project_has_deliveries</c>: the first project that cannot be taken back.</exception>
    public static async Task VoidAsync(
        this IPipelineDb db,
        IReadOnlyCollection<Guid> projectIds,
        string reason,
        Guid voidedBy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ids = db.Listed(projectIds.Order());
        var projects = await ids.Join(db.Projects, i => i.Value, p => p.Id, (i, p) => p).ToListAsync(cancellationToken);
        // Loading fills the projects' own lists: EF ties what it knows together.
        await ids.Join(db.Holdings.Where(h => h.EndedAt == null), i => i.Value, h => h.ProjectId, (i, h) => h)
            .LoadAsync(cancellationToken);
        var delivered = (
            await ids.Join(db.Commitments, i => i.Value, c => c.ProjectId, (i, c) => c)
                .Where(c => db.Deliveries.Any(d => d.CommitmentId == c.Id))
                .Select(c => c.ProjectId)
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        foreach (var project in projects)
            project.Void(reason, delivered.Contains(project.Id), voidedBy, now);
    }
}
