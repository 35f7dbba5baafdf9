using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>All versions of a programme, a cohort or a participation, the first one first; whoever sees the portfolio.</summary>
public sealed record ListProgrammeVersions(DocumentKind Kind, Guid DocumentId) : IQuery<Listed<VersionReply>>;

internal sealed class ListProgrammeVersionsHandler(ProgrammeAccess access, DocumentStore documents, Names names)
    : IRequestHandler<ListProgrammeVersions, Listed<VersionReply>>
{
    public async Task<Listed<VersionReply>> Handle(ListProgrammeVersions request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(request.Kind, request.DocumentId, cancellationToken);
        // Versions hold everybody's: those who take part are shown their own, and that as it stands.
        if (!view.Reads)
            throw ProgrammeAccess.Absent(request.Kind);
        var versions = await documents.VersionsAsync(
            DocumentKey.InPortfolio(request.Kind, view.PortfolioId, request.DocumentId),
            cancellationToken
        );
        return await VersionReply.ListAsync(versions, names, cancellationToken);
    }
}
