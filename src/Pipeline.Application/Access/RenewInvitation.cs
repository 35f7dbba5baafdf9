using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Invites somebody again who has no password yet; administrators only. The link before is worth nothing from then on.</summary>
public sealed record RenewInvitation(Guid UserId) : IRequest<InvitationReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.AdministratorsOnly, AccountRefusals.AlreadyAccepted, AccountRefusals.UserAnonymised];
}

internal sealed class RenewInvitationHandler(IPipelineDb db, IAccounts accounts, ILinkSender sender, Scope scope)
    : IRequestHandler<RenewInvitation, InvitationReply>
{
    public async Task<InvitationReply> Handle(RenewInvitation request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var message = await db.InTransactionAsync(
            () => accounts.InviteAsync(request.UserId, cancellationToken),
            cancellationToken
        );
        await sender.SendAsync(message, cancellationToken);
        return new(message.Url, message.ExpiresAt);
    }
}
