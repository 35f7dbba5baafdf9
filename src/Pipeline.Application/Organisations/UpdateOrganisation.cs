using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Organisations;

/// <summary>Changes an entry of the directory; administrators only, since everybody shares it.</summary>
public sealed record UpdateOrganisation(Guid Id, long? Version, OrganisationBody Body)
    : ICommand<OrganisationReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.AdministratorsOnly, OrganisationRefusals.IdentifierTaken];
}

internal sealed class UpdateOrganisationHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<UpdateOrganisation, OrganisationReply>
{
    public async Task<OrganisationReply> Handle(UpdateOrganisation request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var id = await Directory.StayingAsync(db, request.Id, cancellationToken);
        var organisation =
            await db.Organisations.FirstOrDefaultAsync(o => o.Id == id, cancellationToken)
            ?? throw NotFoundException.Of("organisation", "organisation");
        if (request.Version is { } version)
            organisation.RequireVersion(version);
        var (body, identifier) = (request.Body, request.Body.ParsedIdentifier);
        await Directory.RequireFreeAsync(db, identifier, except: organisation.Id, cancellationToken);
        organisation.Describe(body.Name, body.ActorProfile, identifier, body.Country, body.Size);
        await Directory.FollowAsync(db, organisation.Id, organisation, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await OrganisationReply.ReadAsync(db, organisation.Id, cancellationToken);
    }
}
