using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Common;

/// <summary>Documents that evidence names.</summary>
internal static class LinkedDocuments
{
    /// <summary>Refuses evidence that names a document which the project does not have, or has no more.</summary>
    /// <param name="documentIds">In the order of the evidence; null where a piece names none.</param>
    /// <param name="field">What the caller calls each, with <c>{0}</c> for its place.</param>
    /// <exception cref="InvalidValueException"><c>unknown_document</c>.</exception>
    public static async Task RequireKnownAsync(
        IPipelineDb db,
        Guid projectId,
        IReadOnlyList<Guid?> documentIds,
        CancellationToken cancellationToken,
        string field = "evidence[{0}].documentId"
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
                throw DocumentRefusals.Unknown.With(id).At(string.Format(CultureInfo.InvariantCulture, field, i));
    }
}
