using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Documents;

/// <summary>
/// A project's documents as a caller sees them. Agreements have amounts in them: like ledger lines they are seen by whoever answers for the project
/// (docs/adr/0021), and not by portfolios that hold it beside.
/// </summary>
public sealed class DocumentAccess(IPipelineDb db, Scope scope)
{
    /// <summary>Those that the caller sees, removed ones included.</summary>
    /// <exception cref="NotFoundException">The project is absent or out of scope.</exception>
    public async Task<IQueryable<Document>> InAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(projectId, cancellationToken);
        var documents = db.Documents.Where(d => d.ProjectId == projectId);
        return rights.IsAdministrator || rights.Owns || rights.LeadRole is not null
            ? documents
            : documents.Where(d => d.Kind != DocumentKind.Agreement);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="NotFoundException">The project or the document is absent or out of scope.</exception>
    public async Task<Document> FindAsync(Guid projectId, Guid documentId, CancellationToken cancellationToken) =>
        await (await InAsync(projectId, cancellationToken)).FirstOrDefaultAsync(
            d => d.Id == documentId,
            cancellationToken
        ) ?? throw Absent();

    /// <summary>For whoever adds documents: owners, managers and finance of the lead portfolio, administrators.</summary>
    /// <returns>The caller's rights.</returns>
    /// <exception cref="NotFoundException">The project is absent or out of scope.</exception>
    /// <exception cref="ForbiddenException"><c>documents_not_permitted</c>.</exception>
    public async Task<ProjectRights> RequireAddingAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(projectId, cancellationToken);
        return rights.Describes || rights.LeadRole == PortfolioRole.Finance
            ? rights
            : throw DocumentFileRefusals.NotPermitted.Exception();
    }

    /// <summary>For what is not there, and for what is not there any more.</summary>
    internal static NotFoundException Absent() => NotFoundException.Of("document", "document");
}
