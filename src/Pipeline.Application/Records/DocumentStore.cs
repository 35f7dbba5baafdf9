using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>Versioned documents of every kind: the current ones, and the next version (docs/adr/0030). Views of the past read <see cref="RecordsInView"/>.</summary>
public sealed class DocumentStore(IPipelineDb db, TimeProvider time)
{
    /// <summary>The newest version of a document; null before the first one.</summary>
    public async Task<Document<T>?> FindAsync<T>(DocumentKey key, CancellationToken cancellationToken) =>
        await LastAsync(db.DocumentVersions.AsNoTracking(), key, cancellationToken) is { } last
            ? Document<T>.Of(last)
            : null;

    /// <summary>The newest versions of a project's documents of a kind, the first one recorded first.</summary>
    public Task<IReadOnlyList<Document<T>>> OfProjectAsync<T>(
        DocumentKind kind,
        Guid projectId,
        CancellationToken cancellationToken
    ) => NewestAsync<T>(db.DocumentVersions.Where(v => v.OwnerId == projectId && v.Kind == kind), cancellationToken);

    /// <summary>The newest versions of all documents of a kind, the first one recorded first.</summary>
    public Task<IReadOnlyList<Document<T>>> OfKindAsync<T>(DocumentKind kind, CancellationToken cancellationToken) =>
        NewestAsync<T>(db.DocumentVersions.Where(v => v.Kind == kind), cancellationToken);

    /// <summary>The newest versions of these documents of a kind, as far as there are any.</summary>
    public Task<IReadOnlyList<Document<T>>> OfKindAsync<T>(
        DocumentKind kind,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        NewestAsync<T>(db.DocumentVersions.Where(v => v.Kind == kind && ids.Contains(v.DocumentId)), cancellationToken);

    /// <summary>The support agreement, or whatever else ties a project to a portfolio once; null where there is none.</summary>
    public async Task<Document<T>?> BetweenAsync<T>(
        DocumentKind kind,
        Guid projectId,
        Guid portfolioId,
        CancellationToken cancellationToken
    ) =>
        (await OfProjectAsync<T>(kind, projectId, cancellationToken)).FirstOrDefault(d =>
            d.Key.PortfolioId == portfolioId
        );

    /// <summary>All versions of a document, the first one first.</summary>
    public Task<List<DocumentVersion>> VersionsAsync(DocumentKey key, CancellationToken cancellationToken) =>
        Of(db.DocumentVersions.AsNoTracking(), key).OrderBy(v => v.Number).ToListAsync(cancellationToken);

    /// <summary>Whether a project, or a portfolio, has a document of this id.</summary>
    public Task<bool> ExistsAsync(
        DocumentKind kind,
        Guid ownerId,
        Guid documentId,
        CancellationToken cancellationToken
    ) =>
        db.DocumentVersions.AnyAsync(
            v => v.OwnerId == ownerId && v.Kind == kind && v.DocumentId == documentId,
            cancellationToken
        );

    /// <summary>Writes the next version and saves it.</summary>
    /// <param name="expected">The version that the caller has seen, 0 before the first one; null for any.</param>
    /// <param name="next">Makes the document, checked, of the version before (null for the first one).</param>
    /// <param name="happened">What its event says that happened.</param>
    /// <exception cref="StaleException">The document has another version.</exception>
    public async Task<Document<T>> WriteAsync<T>(
        DocumentKey key,
        long? expected,
        Func<T?, DateTimeOffset, T> next,
        Guid recordedBy,
        CancellationToken cancellationToken,
        string happened = DocumentVersion.Recorded
    )
        where T : class
    {
        // Tracked: the audit tells what differs, and the project's version guards what its gates look at.
        var last = await LastAsync(db.DocumentVersions, key, cancellationToken);
        if (expected is { } seen && seen != (last?.Number ?? 0))
            throw CommonRefusals.Stale.Exception();
        if (key.ProjectId is { } projectId)
            await db.LoadStandingAsync(projectId, cancellationToken);
        var now = time.GetUtcNow();
        var terms = next(last is null ? null : RecordJson.Read<T>(last.Json), now);
        var version = new DocumentVersion(
            key,
            (last?.Number ?? 0) + 1,
            RecordJson.Write(terms),
            recordedBy,
            now,
            happened
        );
        db.DocumentVersions.Add(version);
        await db.SaveChangesAsync(cancellationToken);
        return Document<T>.Of(version);
    }

    private static Task<DocumentVersion?> LastAsync(
        IQueryable<DocumentVersion> versions,
        DocumentKey key,
        CancellationToken cancellationToken
    ) => Of(versions, key).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<DocumentVersion> Of(IQueryable<DocumentVersion> versions, DocumentKey key)
    {
        var (kind, owner, id) = (key.Kind, key.OwnerId, key.DocumentId);
        return versions.Where(v => v.OwnerId == owner && v.Kind == kind && v.DocumentId == id);
    }

    private async Task<IReadOnlyList<Document<T>>> NewestAsync<T>(
        IQueryable<DocumentVersion> versions,
        CancellationToken cancellationToken
    )
    {
        var newest = await versions
            .AsNoTracking()
            .Where(v =>
                !db.DocumentVersions.Any(later =>
                    later.OwnerId == v.OwnerId
                    && later.Kind == v.Kind
                    && later.DocumentId == v.DocumentId
                    && later.Number > v.Number
                )
            )
            .OrderBy(v => v.DocumentId)
            .ToListAsync(cancellationToken);
        return [.. newest.Select(Document<T>.Of)];
    }
}
