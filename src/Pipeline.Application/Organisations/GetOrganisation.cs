using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Application.Organisations;

/// <summary>One entry of the directory.</summary>
public sealed record GetOrganisation(Guid Id) : IQuery<OrganisationReply>;

internal sealed class GetOrganisationHandler(IPipelineDb db) : IRequestHandler<GetOrganisation, OrganisationReply>
{
    public Task<OrganisationReply> Handle(GetOrganisation request, CancellationToken cancellationToken) =>
        OrganisationReply.ReadAsync(db, request.Id, cancellationToken);
}
