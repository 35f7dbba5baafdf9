using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;

namespace Pipeline.Application.Organisations;

/// <summary>Adds to the directory; administrators and managers.</summary>
public sealed record CreateOrganisation(OrganisationBody Body) : ICommand<OrganisationReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.ManagersOnly, OrganisationRefusals.IdentifierTaken];
}

internal sealed class CreateOrganisationHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<CreateOrganisation, OrganisationReply>
{
    public async Task<OrganisationReply> Handle(CreateOrganisation request, CancellationToken cancellationToken)
    {
        await scope.RequireManagerOfAnyAsync(cancellationToken);
        var (body, identifier) = (request.Body, request.Body.ParsedIdentifier);
        await Directory.RequireFreeAsync(db, identifier, except: null, cancellationToken);
        var organisation = new Organisation(
            body.Name,
            body.ActorProfile,
            identifier,
            body.Country,
            body.Size,
            time.GetUtcNow()
        );
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync(cancellationToken);
        return await OrganisationReply.ReadAsync(db, organisation.Id, cancellationToken);
    }
}
