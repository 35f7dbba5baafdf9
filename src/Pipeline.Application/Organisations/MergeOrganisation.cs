using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Organisations;

/// <summary>Says that two entries of the directory are of one body; administrators only, since everybody shares it.</summary>
/// <param name="Id">The one that goes.</param>
public sealed record MergeOrganisation(Guid Id, MergeBody Body) : ICommand<OrganisationReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
            OrganisationRefusals.SameOrganisation,
            OrganisationRefusals.AlreadyMerged,
            OrganisationRefusals.UnknownOrganisation,
        ];
}

/// <summary>Into which entry, and how one knows.</summary>
/// <param name="Into">The entry that stays.</param>
/// <param name="Reason">How one knows that both are of one body.</param>
public sealed record MergeBody(Guid Into, [property: StringLength(Limits.Paragraph)] string Reason);

internal sealed class MergeOrganisationHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<MergeOrganisation, OrganisationReply>
{
    public async Task<OrganisationReply> Handle(MergeOrganisation request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var goes =
            await db.Organisations.FirstOrDefaultAsync(o => o.Id == request.Id, cancellationToken)
            ?? throw NotFoundException.Of("organisation", "organisation");
        await Directory.RequireKnownAsync(db, request.Body.Into, "into", cancellationToken);
        var into = await Directory.StayingAsync(db, request.Body.Into, cancellationToken);
        var stays = await db.Organisations.FirstAsync(o => o.Id == into, cancellationToken);
        if (stays.Id == goes.Id)
            throw OrganisationRefusals.SameOrganisation.At("into");
        if (goes.MergedIntoId is not null)
            throw OrganisationRefusals.AlreadyMerged.With(goes.Name).Exception();
        goes.MergeInto(stays, request.Body.Reason);
        await Directory.FollowAsync(db, goes.Id, stays, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await OrganisationReply.ReadAsync(db, stays.Id, cancellationToken);
    }
}
