using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>All versions of a document that a portfolio has once, the first one first.</summary>
public sealed record ListPortfolioVersions(DocumentKind Kind, Guid PortfolioId) : IQuery<Listed<VersionReply>>;

internal sealed class ListPortfolioVersionsHandler(Scope scope, DocumentStore documents, Names names)
    : IRequestHandler<ListPortfolioVersions, Listed<VersionReply>>
{
    public async Task<Listed<VersionReply>> Handle(ListPortfolioVersions request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var key = DocumentKey.OfPortfolio(request.Kind, request.PortfolioId);
        return await VersionReply.ListAsync(
            await documents.VersionsAsync(key, cancellationToken),
            names,
            cancellationToken
        );
    }
}
