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
        List<Guid> ids = [.. projectIds.Order()];
        var projects = await db.Projects.Of(ids, p => p.Id).ToListAsync(cancellationToken);
        // Loading fills the projects' own lists: EF ties what it knows together.
        await db.Holdings.Where(h => h.EndedAt == null).Of(ids, h => h.ProjectId).LoadAsync(cancellationToken);
        var delivered = (
            await db
                .Commitments.Of(ids, c => c.ProjectId)
                .Where(c => db.Deliveries.Any(d => d.CommitmentId == c.Id))
                .Select(c => c.ProjectId)
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        foreach (var project in projects)
            project.Void(reason, delivered.Contains(project.Id), voidedBy, now);
    }
}
