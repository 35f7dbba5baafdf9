using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Common;

/// <summary>Documents that evidence names.</summary>
internal static class LinkedDocuments
{
    /// <summary>Refuses evidence that names a document which the project does not have, or has no more.</summary>
    /// <param name="documentIds">In the order of the evidence; null where a piece names none.</param>
    /// <exception cref="InvalidValueException"><c>unknown_document</c>.</exception>
    public static async Task RequireKnownAsync(
        IPipelineDb db,
        Guid projectId,
        IReadOnlyList<Guid?> documentIds,
        CancellationToken cancellationToken
    )
    {
        var named = documentIds.OfType<Guid>().Distinct().ToList();
        if (named.Count == 0)
            return;
        var known = await db
            .Documents.Where(d => d.ProjectId == projectId && d.RemovedAt == null && named.Contains(d.Id))
            .Select(d => d.Id)
            .ToListAsync(cancellationToken);
        for (var i = 0; i < documentIds.Count; i++)
            if (documentIds[i] is { } id && !known.Contains(id))
                throw DocumentRefusals.Unknown.With(id).At($"evidence[{i}].documentId");
    }
}
