using System.Text.Json;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>All versions of a document of a project, the first one first.</summary>
/// <param name="PortfolioId">The portfolio that the document ties the project to; null where its id is known.</param>
/// <param name="DocumentId">The document; null for the one of its kind that the project has.</param>
public sealed record ListVersions(DocumentKind Kind, Guid ProjectId, Guid? PortfolioId = null, Guid? DocumentId = null)
    : IQuery<Listed<VersionReply>>;

internal sealed class ListVersionsHandler(Scope scope, DocumentStore documents, Names names)
    : IRequestHandler<ListVersions, Listed<VersionReply>>
{
    public async Task<Listed<VersionReply>> Handle(ListVersions request, CancellationToken cancellationToken)
    {
        var (kind, projectId) = (request.Kind, request.ProjectId);
        await scope.InProjectAsync(projectId, cancellationToken);
        if (request.PortfolioId is { } party)
            await scope.RequireAgreementAsync(projectId, party, cancellationToken);
        var id = request.PortfolioId is { } portfolioId
            ? (await documents.BetweenAsync<JsonElement>(kind, projectId, portfolioId, cancellationToken))?.Id
            : request.DocumentId ?? projectId;
        var versions = id is { } documentId
            ? await documents.VersionsAsync(new(kind, projectId, null, documentId), cancellationToken)
            : [];
        if (versions.Count == 0 && (request.PortfolioId ?? request.DocumentId) is not null)
            throw NotFoundException.Of("document", "document");
        return await VersionReply.ListAsync(versions, names, cancellationToken);
    }
}
